"""Open and close what one person's record and outbox rows hold; each kind is sealed for its own purpose."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from bot.cases.asked import Lesson, read_lesson, write_lesson
from bot.cases.commands import Command, read_command, write_command
from bot.engine.session import Session, parse_session
from bot.engine.session import to_json as session_to_json
from bot.errors import CorruptRecord
from bot.patterns.sight import Looked, read_looked, write_looked
from bot.runner.letters import Letter, parse_letter
from bot.runner.letters import to_json as letter_to_json
from bot.runner.turn import Job, ToRead, job_to_json, parse_job, parse_to_read, to_read_to_json
from bot.vault.sealed import open_sealed, seal

SESSION, CHAT, LETTER, COMMAND, JOB, NOTE = b"session", b"chat", b"letter", b"command", b"job", b"note"
LOOK, PICTURE = b"look", b"picture"


@dataclass(frozen=True, slots=True)
class PersonKey:
    """A person's data key, and the same wrapped for storage. Opening raises SecretError or CorruptRecord."""

    plain: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)

    def session(self, session: Session) -> bytes:
        return seal(self.plain, session_to_json(session), SESSION)

    def open_session(self, sealed: bytes) -> Session:
        return parse_session(open_sealed(self.plain, sealed, SESSION))

    def chat(self, chat_id: int) -> bytes:
        return seal(self.plain, str(chat_id).encode(), CHAT)

    def open_chat(self, sealed: bytes) -> int:
        try:
            return int(open_sealed(self.plain, sealed, CHAT))
        except ValueError:
            raise CorruptRecord("a chat id cannot be read back") from None

    def letter(self, letter: Letter) -> bytes:
        return seal(self.plain, letter_to_json(letter), LETTER)

    def open_letter(self, sealed: bytes) -> Letter:
        try:
            return parse_letter(open_sealed(self.plain, sealed, LETTER))
        except (ValueError, KeyError, TypeError) as error:
            raise CorruptRecord(f"a letter cannot be read back ({type(error).__name__})") from None

    def command(self, command: Command) -> bytes:
        return self.raw_command(json.dumps(write_command(command), ensure_ascii=False))

    def raw_command(self, written: str) -> bytes:
        return seal(self.plain, written.encode(), COMMAND)

    def open_command(self, sealed: bytes) -> Command:
        try:
            return read_command(json.loads(open_sealed(self.plain, sealed, COMMAND)))
        except (ValueError, KeyError, TypeError) as error:
            raise CorruptRecord(f"a command cannot be read back ({type(error).__name__})") from None

    def job(self, job: Job) -> bytes:
        return seal(self.plain, job_to_json(job), JOB)

    def open_job(self, sealed: bytes) -> Job:
        try:
            return parse_job(open_sealed(self.plain, sealed, JOB))
        except (ValueError, KeyError, TypeError) as error:
            raise CorruptRecord(f"a job cannot be read back ({type(error).__name__})") from None

    def note(self, lesson: Lesson) -> bytes:
        return seal(self.plain, write_lesson(lesson), NOTE)

    def open_note(self, sealed: bytes) -> Lesson:
        return read_lesson(open_sealed(self.plain, sealed, NOTE))

    def look(self, looked: Looked) -> bytes:
        return seal(self.plain, write_looked(looked), LOOK)

    def open_look(self, sealed: bytes) -> Looked:
        return read_looked(open_sealed(self.plain, sealed, LOOK))

    def picture(self, asked: ToRead) -> bytes:
        return seal(self.plain, to_read_to_json(asked), PICTURE)

    def open_picture(self, sealed: bytes) -> ToRead:
        try:
            return parse_to_read(open_sealed(self.plain, sealed, PICTURE))
        except (ValueError, KeyError, TypeError) as error:
            raise CorruptRecord(f"a picture cannot be read back ({type(error).__name__})") from None

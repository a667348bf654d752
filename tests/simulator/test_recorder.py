"""
The recorder: every call, in a file if asked, never a file's bytes.
"""

from __future__ import annotations

import json
from pathlib import Path

from bot.simulator.clock import FakeClock
from bot.simulator.files import Upload
from bot.simulator.recorder import Recorder


def test_calls_become_json_lines(tmp_path: Path) -> None:
    """Each call is one line with method, params, outcome and time; uploads are described only."""
    path = tmp_path / "calls.jsonl"
    recorder = Recorder(path=path)

    recorder.note("sendMessage", {"chat_id": 1, "text": "apa kabar"}, "ok", 5.0)
    recorder.note("sendPhoto", {"photo": Upload("a.jpg", "image/jpeg", b"\xff\xd8")}, "ok", FakeClock()())
    recorder.close()

    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines == list(recorder)
    assert lines[0] == {
        "method": "sendMessage",
        "params": {"chat_id": 1, "text": "apa kabar"},
        "outcome": "ok",
        "at": 5.0,
    }
    assert lines[1]["params"]["photo"] == {"file_name": "a.jpg", "content_type": "image/jpeg", "size": 2}


def test_memory_can_be_bounded() -> None:
    """A benchmark keeps only the last calls, or none."""
    few, none = Recorder(keep=2), Recorder(keep=0)

    for number in range(5):
        few.note("getMe", {"n": number}, "ok", 0.0)
        none.note("getMe", {}, "ok", 0.0)

    assert [call["params"]["n"] for call in few] == [3, 4]
    assert len(none) == 0

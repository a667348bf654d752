"""A question asked in vain reaches the editors, and nothing of who asked it is anywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.app.content_survey import ContentSurvey
from bot.cases.asked import Why
from bot.cases.officer import Officer, Role
from bot.cases.refusal import Refusal
from bot.casework.notebook import Noted
from bot.desk.question_groups import grouped
from tests.e2e.steps import files_with, report, settled, until
from tests.house_fixtures import AGENCIES, House

EDITOR = Officer("edi", "Edi", AGENCIES["polres"], roles=frozenset({Role.EDITOR}))
VAIN = "apa boleh ngecat gapura pak Kenari"


async def noted(house: House) -> list[Noted]:
    found = await house.parts.room.notebook.asked(EDITOR, datetime.now(UTC))
    assert not isinstance(found, Refusal)
    return list(found)


async def test_from_a_question_in_vain_to_a_line_for_editors(house: House) -> None:
    """Asked twice, disliked once, liked once: grouped with the answers near, then seen to."""
    siti, ani = house.sim.person("Siti"), house.sim.person("Ani")
    for person in (siti, ani):
        await person.start()
        await person.send(VAIN)
        await person.sees("belum punya jawaban")
    await siti.send("bayar ke rekening pribadi boleh gak")
    await siti.sees("Jangan transfer dulu")
    await siti.tap("Belum pas")
    await siti.sees("Tulis lagi dengan kata lain")
    await ani.send("bayar ke rekening pribadi boleh gak")
    await ani.sees("Jangan transfer dulu")
    await ani.tap("Ini membantu")
    await ani.sees("Senang mendengarnya")
    notebook = house.parts.room.notebook

    async def arrived() -> list[Noted] | None:
        found = await noted(house)
        return found if len(found) == 3 and await notebook.helped(EDITOR) else None

    found = await until(house, arrived)

    vain = [each for each in found if each.asked.why is Why.UNANSWERED]
    groups = grouped(vain, ContentSurvey(house.parts.conversations))
    (disliked,) = [each.asked for each in found if each.asked.why is Why.DISLIKED]
    assert [group.size for group in groups] == [2]
    assert groups[0].typical == ("apa boleh [kata] pak [nama]",)
    assert disliked.entry == "bayar-rekening-pribadi"
    assert await notebook.helped(EDITOR) == {"bayar-rekening-pribadi": 1}
    await notebook.set_done(EDITOR, groups[0].ids, datetime.now(UTC))
    assert [each.asked.why for each in await noted(house) if not each.done] == [Why.DISLIKED]


async def test_cries_for_help_and_reports_are_never_noted_and_no_file_knows_who_asked(house: House) -> None:
    """The raw files hold the id of the question, which proves the search, and none of the planted words."""
    siti = house.sim.person("SitiKenari4711")
    await siti.start()
    await siti.send(VAIN)
    await siti.sees("belum punya jawaban")
    await siti.send("tolong saya disekap kenari-4712")
    await siti.sees("Kalau bisa menelepon")
    ani = house.sim.person("Ani")
    await ani.start()
    await report(ani, "kenari-4713 apa boleh ngecat gapura")

    async def arrived() -> list[Noted] | None:
        return await noted(house) or None

    (only,) = await until(house, arrived)
    await settled(house)

    data = house.parts.config.store.data
    tag = house.parts.lookups.tag_of(siti.id)
    assert only.asked.text == "apa boleh [kata] pak [nama]"
    assert files_with(data, only.id.encode()), "the search must be able to find something"
    for secret in (b"Kenari", b"kenari-471", b"apa boleh", str(siti.id).encode()):
        assert files_with(data, secret) == [], secret
    assert tag not in repr(replace(only, id="")) + repr(only.asked)

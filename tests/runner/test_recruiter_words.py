"""What people read about a recruiter: short, dated, and never that all is well."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.app.knowledge import Edition
from bot.authoring.content import Content
from bot.engine.queries import LookUpRecruiter
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import build_register
from bot.recruiters.rows import parse_rows
from bot.runner.ports import Knowledge
from bot.runner.queries.recruiter import look_up_recruiter
from bot.runner.queries.writing import dialled, plain_status

TODAY = date(2026, 10, 1)
REASSURING = re.compile(r"\b(aman|dijamin|terjamin|pasti resmi|terpercaya|bebas penipuan)\b", re.IGNORECASE)
ROWS = (
    {"name": "PT Sekarwangi Abadi", "status": "aktif", "phones": "0341-400799", "as_of": "2026-09-17"},
    {
        "name": "PT Tirtamas Indah",
        "status": "dicabut",
        "history": "2026-01-29 revoked SK No. 96",
        "as_of": "2026-02-01",
    },
    {
        "name": "PT Samber Utama",
        "status": "skors",
        "history": "2026-02 suspended s.d. 2026-05-03",
        "as_of": "2026-02-05",
    },
    {
        "name": "PT Kedaluwarsa Jaya",
        "status": "kedaluwarsa",
        "history": "2025 expired",
        "as_of": "2026-09-17",
    },
    {"name": "PT Entah Bagaimana", "status": "dalam pembinaan", "as_of": "2026-09-17"},
    {"name": "PT Tirta Baru", "status": "aktif", "former_names": "PT Tirtamas Indah", "as_of": "2026-09-17"},
)


@pytest.fixture(scope="module")
def knowledge(edition: Edition) -> Knowledge:
    rows, refused = parse_rows(ROWS)
    assert not refused
    register = build_register(rows, complete=True, as_of=date(2026, 9, 17), source="daftar uji")
    return replace(edition.knowledge, register=register)


def test_no_words_of_a_verdict_reassure(shipped: Content) -> None:
    """ "Aman" and "dijamin" are in no text of the recruiter check, nor in any sentence on a status."""
    texts = shipped.flows.wording.texts
    words = {key: texts[key] for key in texts if key.startswith("recruiter.")}
    plain = {row.name: row.plain for row in shipped.register.rows}

    assert len(words) > 40
    assert [key for key, text in {**words, **plain}.items() if REASSURING.search(text)] == []


def test_every_row_we_ship_has_a_short_sentence(shipped: Content) -> None:
    """The sentences of the sources are long; what people read first is not."""
    rows = shipped.register.rows

    assert all(0 < len(row.plain) <= 200 for row in rows)
    assert all("dicabut" in row.plain for row in rows if row.standing is Standing.REVOKED)
    assert all("dihentikan sementara" in row.plain for row in rows if row.standing is Standing.SUSPENDED)
    assert all(row.history for row in rows if row.standing.outweighs)


@pytest.mark.parametrize(
    ("typed", "outcome", "said"),
    [
        ("PT Sekarwangi Abadi", "found", "Namanya tercatat di daftar uji."),
        ("PT Tirtamas Indah", "found_but", "Izinnya dicabut sejak 29 Januari 2026 (SK No. 96)."),
        ("PT Samber Utama", "found_but", "dihentikan sementara sejak Februari 2026 sampai 3 Mei 2026."),
        ("PT Kedaluwarsa Jaya", "found_but", "Masa berlaku izinnya sudah habis sejak 2025."),
        ("PT Entah Bagaimana", "found_but", "Statusnya tidak jelas di sumbernya: dalam pembinaan"),
        (
            "PT Sekarwangi Abadi 0341-400798",
            "found_but",
            "Nomor atau rekening itu berbeda dari yang tercatat untuk PT ini.",
        ),
        ("PT Sekarwangi Putra Abadi", "not_found", "mirip, tetapi bukan PT yang sama: PT Sekarwangi Abadi."),
    ],
)
def test_a_status_is_said_in_one_sentence(knowledge: Knowledge, typed: str, outcome: str, said: str) -> None:
    """Who decided, when, and which decision, as far as it is known."""
    answer = look_up_recruiter(LookUpRecruiter(typed), knowledge, TODAY)

    assert answer.outcome == outcome
    assert said in answer.values["plain"] + answer.values["reason"]


def test_the_office_on_record_is_given_and_not_the_one_offered(knowledge: Knowledge) -> None:
    """A number that differs is answered with the number of the office."""
    values = look_up_recruiter(LookUpRecruiter("PT Sekarwangi Abadi 0812 6897 4532"), knowledge, TODAY).values
    warning = knowledge.flows.wording.text(f"recruiter.contact.{values['contact']}", values)

    assert "0341-400799" in warning
    assert "6897" not in warning
    assert "bukan</b> nomor yang ditawarkan" in warning


def test_a_former_name_of_a_revoked_company_warns(knowledge: Knowledge) -> None:
    """Revoked wins under the new name as well."""
    answer = look_up_recruiter(LookUpRecruiter("PT Tirta Baru"), knowledge, TODAY)

    assert answer.outcome == "found_but"
    assert "PT Tirtamas Indah" in answer.values["reason"]
    assert "dicabut" in answer.values["reason"]


def test_a_picked_row_that_has_gone_is_unclear(knowledge: Knowledge) -> None:
    """Buttons outlive a list; they never lead to another company."""
    gone = Recruiter("PT Sudah Pergi", "aktif", Standing.LISTED, "x")
    here = knowledge.register.rows[0]

    lost = look_up_recruiter(LookUpRecruiter("", knowledge.register.key(gone)), knowledge, TODAY)
    found = look_up_recruiter(LookUpRecruiter("", knowledge.register.key(here)), knowledge, TODAY)

    assert (lost.outcome, found.values["name"]) == ("unclear", "PT Sekarwangi Abadi")
    assert look_up_recruiter(LookUpRecruiter("", "12"), knowledge, TODAY).outcome == "unclear"


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("+6281336226999", "0813-3622-6999"),
        ("+62341400799", "0341-400799"),
        ("+62215448362", "021-5448362"),
        ("+886223", "+886223"),
    ],
)
def test_numbers_are_written_as_people_dial_them(phone: str, said: str) -> None:
    """With the zero, and the area code apart."""
    assert dialled(phone) == said


def test_a_sentence_of_the_row_comes_first(knowledge: Knowledge) -> None:
    """What an editor wrote beats what is put together."""
    (row,), _ = parse_rows([{"name": "PT X", "status": "dicabut", "plain": "Kalimat petugas."}])

    assert plain_status(row, knowledge.register, knowledge.flows.wording) == "Kalimat petugas."

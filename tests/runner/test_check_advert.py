"""What is said of an advert: quotes, company, contacts and job order, in one screen; hostile texts too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.engine.queries import CheckAdvert, LookUpRecruiter, ReadBack, SearchFaq
from bot.recruiters.recruiter import JobOrder, Recruiter, Standing
from bot.recruiters.register import build_register
from bot.runner.ports import Knowledge
from bot.runner.queries.advert import check_advert, read_back
from bot.runner.queries.faq import search_faq
from bot.runner.queries.recruiter import look_up_recruiter

TODAY = date(2026, 11, 21)
BAD = "LOWONGAN KERJA KE KAMBOJA ADMIN GAJI 15 JUTA TANPA PENGALAMAN BERANGKAT MINGGU INI WA 0812-3456-7890"
GOOD = (
    "Dibutuhkan operator pabrik Taiwan, PT Contoh Sejahtera, telp 021-5550123. Gaji NT$29.500 sebulan, "
    "kontrak 3 tahun, usia 21-35, SIP2MI 045/VII/2026. Pendaftaran lewat Disnaker, tidak dipungut biaya."
)
COMPANY = Recruiter(
    "PT Contoh Sejahtera", "terdaftar", Standing.LISTED, "daftar", TODAY, phones=("+62215550123",)
)
ORDER = JobOrder("045/VII/2026", "Taiwan", "operator pabrik", "2027-07")


def knowing(knowledge: Knowledge, company: Recruiter) -> Knowledge:
    """The same content with a register of one company."""
    register = build_register([company], complete=False, as_of=TODAY, source="daftar")
    return replace(knowledge, register=register)


def test_the_strongest_signs_quote_the_very_words(knowledge: Knowledge) -> None:
    """Every quoted sign stands in the advert; the first screen is short, and all signs stand behind it."""
    found = check_advert(CheckAdvert(BAD), knowledge, TODAY)
    quotes = [line.split('"')[1] for line in found.values["advert_flags"].splitlines() if '"' in line]

    assert found.outcome == "suspicious"
    assert quotes
    assert all(quote in BAD for quote in quotes)
    assert len(found.values["advert_flags"]) <= 500
    assert len(found.values["advert_all"]) > len(found.values["advert_flags"])
    assert found.values["advert_nameless"] == "yes"


def test_an_ordinary_advert_is_never_called_safe(knowledge: Knowledge) -> None:
    """No sign seen, the company by date and source, and what was not checked stays said elsewhere."""
    found = check_advert(CheckAdvert(GOOD), knowing(knowledge, COMPANY), TODAY)

    assert found.outcome == "ok"
    assert "tercatat di daftar, per 21 November 2026" in found.values["advert_company"]
    assert "cocok" in found.values["advert_company"]
    assert "aman" not in " ".join(found.values.values()).replace("pengalaman", "")


def test_a_revoked_company_outweighs_kind_words(knowledge: Knowledge) -> None:
    """The same advert, another row in the register."""
    revoked = replace(COMPANY, status="dicabut", standing=Standing.REVOKED)

    found = check_advert(CheckAdvert(GOOD), knowing(knowledge, revoked), TODAY)

    assert found.outcome == "suspicious"
    assert "dicabut" in found.values["advert_flags"].splitlines()[0]


def test_somebody_elses_number_is_a_question_at_least(knowledge: Knowledge) -> None:
    """A real name with another number is the commonest fraud."""
    other = replace(COMPANY, phones=("+62217770000",))

    found = check_advert(CheckAdvert(GOOD), knowing(knowledge, other), TODAY)

    assert found.outcome == "unclear"
    assert "berbeda" in found.values["advert_flags"]
    assert "021-7770000" in found.values["advert_flags"]


@pytest.mark.parametrize(
    ("order", "said", "outcome"),
    [
        (ORDER, "tercatat untuk Taiwan", "ok"),
        (replace(ORDER, country="Malaysia"), "bukan negara yang ditawarkan", "unclear"),
        (replace(ORDER, position="perawat lansia"), "bukan pekerjaan yang ditawarkan", "unclear"),
        (replace(ORDER, valid_until="2026-10"), "berlaku sampai Oktober 2026", "unclear"),
        (replace(ORDER, number="999/I/2026"), "tidak ada di antara", "unclear"),
        (None, "belum bisa kami periksa", "ok"),
    ],
)
def test_a_job_order_is_held_against_the_register(
    knowledge: Knowledge, order: JobOrder | None, said: str, outcome: str
) -> None:
    """Country, position and validity of the SIP2MI that the advert names."""
    company = replace(COMPANY, job_orders=(order,) if order else ())

    found = check_advert(CheckAdvert(GOOD), knowing(knowledge, company), TODAY)

    assert found.outcome == outcome
    assert said in found.values["advert_company"] + found.values["advert_flags"]


def test_a_correction_is_answered_like_an_advert(knowledge: Knowledge) -> None:
    """The text that goes on, also into a report, is the corrected one."""
    found = check_advert(CheckAdvert(BAD, "negara Taiwan"), knowledge, TODAY)

    assert "KAMBOJA" not in found.values["advert"]
    assert "negara Taiwan" in found.values["advert"]


@pytest.mark.parametrize("text", ["", "   ", "asdf qwer", "招聘 柬埔寨 客服 月薪", "\x00\u202e", "👍"])
def test_what_holds_no_offer_is_said_so(knowledge: Knowledge, text: str) -> None:
    """Nothing is judged that was not read."""
    assert check_advert(CheckAdvert(text), knowledge, TODAY).outcome == "unreadable"


@pytest.mark.parametrize(
    "text", [BAD * 200, f"<b>{BAD}</b> & {{advert}}", "gaji " * 4000, f"{BAD}\n" + "9" * 20_000]
)
def test_long_and_hostile_adverts_are_answered_in_bounds(knowledge: Knowledge, text: str) -> None:
    """Twenty thousand letters, tags and braces: one screen all the same."""
    found = check_advert(CheckAdvert(text), knowledge, TODAY)
    shown = knowledge.flows.wording.text("advert.result.suspicious", found.values)

    assert len(shown) <= 900
    assert len(found.values.get("advert_all", "")) <= 3000
    assert "<b>" not in shown


def test_an_advert_finds_its_way_from_wherever_it_is_sent(knowledge: Knowledge) -> None:
    """As a side question, and where a company name was asked for; a company stays a company."""
    assert search_faq(SearchFaq(BAD), knowledge).outcome == "advert"
    assert look_up_recruiter(LookUpRecruiter(BAD), knowledge, TODAY).outcome == "advert"
    assert search_faq(SearchFaq("PT Bumi Mas Indonesia Mandiri resmi ga?"), knowledge).outcome == "recruiter"


def test_a_poster_with_a_bare_name_is_held_against_the_register(knowledge: Knowledge) -> None:
    """Only the very name counts; the advert is then not said to name nobody."""
    company = replace(COMPANY, name="PT Armindo Jaya", phones=("+62217770000",))
    poster = "ARMINDO JAYA membuka lowongan operator pabrik Taiwan, gaji NT$29.500, telp 021-5550123"
    other = poster.replace("JAYA", "JAYA SENTOSA")

    found = check_advert(CheckAdvert(poster), knowing(knowledge, company), TODAY).values
    strange = check_advert(CheckAdvert(other), knowing(knowledge, company), TODAY).values

    assert (found["advert_name"], found["advert_nameless"]) == ("PT Armindo Jaya", "")
    assert "berbeda" in found["advert_company"] + found["advert_flags"]
    assert "tidak menyebut perusahaan" not in found["advert_all"]
    assert (strange["advert_name"], strange["advert_nameless"]) == ("", "yes")


def test_what_a_picture_says_is_said_back(knowledge: Knowledge) -> None:
    """An advert in few words, something else by its beginning, a cry as a question about danger."""
    offer = read_back(ReadBack(BAD), knowledge)

    assert offer.outcome == "offer"
    assert "kamboja" in offer.values["advert_read"]
    assert "15 juta" in offer.values["advert_read"]
    assert read_back(ReadBack("menu nasi goreng"), knowledge).outcome == "other"
    cry = "tolong saya dikurung di kamar paspor dibawa pintu dikunci"
    assert read_back(ReadBack(cry), knowledge).outcome == "worrying"

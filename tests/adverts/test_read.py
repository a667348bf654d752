"""What an advert says is found with its very words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adverts.known import Adverts
from bot.adverts.read import read_advert
from tests.adverts.conftest import Reader


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PT WAHANA KARSA MANDALA (P3MI) - JOB ORDER", "PT WAHANA KARSA MANDALA"),
        ("P3MI PT ANDALAN KARSA MIGRANTA. Gaji pokok", "PT ANDALAN KARSA MIGRANTA"),
        ("P.T. Karya Satria Abadi membuka", "PT Karya Satria Abadi"),
        ("daftar ke pt karya satria abadi ya", "PT karya satria abadi"),
        ("LPK SAKURA MAJU: magang 3 th", "LPK SAKURA MAJU"),
    ],
)
def test_a_company_is_found_as_typed(read: Reader, text: str, name: str) -> None:
    """Legal form and name, up to the word that is no name any more."""
    assert [company.name for company in read(text).companies] == [name]


@pytest.mark.parametrize(
    "text", ["PT resmi di Bekasi", "LPK kami", "PT-nya besar", "Medical dibayar PT dulu"]
)
def test_a_legal_form_alone_names_nobody(read: Reader, text: str) -> None:
    """ "PT resmi" is a claim, not a company."""
    assert read(text).companies == ()


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("gaji 15jt", 15_000_000, 15_000_000, "IDR", "month"),
        ("Job Saudi gaji 1500 riyal", 1500, 1500, "SAR", "month"),
        ("gaji 4,5-6jt/bln", 4_500_000, 6_000_000, "IDR", "month"),
        ("Taiwan gaji pokok NT$29.500", 29_500, 29_500, "TWD", "month"),
        ("salary USD 1200", 1200, 1200, "USD", "month"),
        ("Selandia Baru gaji 30 dolar/jam", 30, 30, "NZD", "hour"),
        ("Hong Kong gaji 5100 dolar", 5100, 5100, "HKD", "month"),
        ("Malaysia gaji harian RM70", 70, 70, "MYR", "day"),
        ("Malaysia gaji 1700", 1700, 1700, "MYR", "month"),
        ("gaji ¥190.000-220.000", 190_000, 220_000, "JPY", "month"),
    ],
)
def test_a_wage_has_currency_and_period(
    read: Reader, text: str, low: int, high: int, currency: str, period: str
) -> None:
    """The country decides what "dolar" and a bare number mean."""
    (wage,) = read(text).wages

    assert (wage.low, wage.high, wage.currency, wage.period) == (
        Decimal(low),
        Decimal(high),
        currency,
        period,
    )


@pytest.mark.parametrize(
    "text", ["DP 3 juta", "biaya proses 35 juta", "bayar Rp 2.500.000 dulu", "deposit 15jt"]
)
def test_a_fee_is_no_wage(read: Reader, text: str) -> None:
    """What is asked is told apart from what is promised."""
    advert = read(text)

    assert (len(advert.fees), len(advert.wages)) == (1, 0)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("umur 21-38", 21, 38),
        ("maks 40 th", None, 40),
        ("usia 17 boleh", 17, 17),
        ("wanita min. 23 tahun", 23, None),
        ("cewek 20 s/d 30", 20, 30),
    ],
)
def test_ages_are_read(read: Reader, text: str, low: int | None, high: int | None) -> None:
    """Ranges and one-sided lines."""
    (age,) = read(text).ages

    assert (age.low, age.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["pengalaman 15 tahun", "kontrak 24 bulan", "gaji 15-20 juta", "jam 08-16", "0812-3456-7890"]
)
def test_other_numbers_are_no_ages(read: Reader, text: str) -> None:
    """Experience, contracts, money, hours and phones."""
    assert read(text).ages == ()


def test_an_account_has_its_holder(read: Reader) -> None:
    """Bank, digits and the name behind "a.n."."""
    (account,) = read("transfer ke BCA 123-456-7890 a.n. Siti Aminah ya").accounts

    assert (account.bank, account.number, account.holder) == ("bca", "1234567890", "Siti Aminah ya")


def test_phones_links_and_handles_are_told_apart(read: Reader) -> None:
    """WhatsApp is known by the word before it or by its link."""
    contacts = read("WA 0812-3456-7890, kantor (0341) 555123, wa.me/6281298765432, dm @jobluar").contacts

    assert [(each.kind, each.value) for each in contacts] == [
        ("whatsapp", "+6281234567890"),
        ("phone", "+62341555123"),
        ("whatsapp", "+6281298765432"),
        ("handle", "@jobluar"),
    ]


def test_a_job_order_number_is_no_phone(read: Reader) -> None:
    """SIP2MI numbers are licences."""
    advert = read("SIP2MI 0147/TWN/2026, info kantor")

    assert [(each.kind, each.number) for each in advert.licences] == [("sip2mi", "0147/TWN/2026")]
    assert advert.contacts == ()


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("kerja di kl", "malaysia"),
        ("KERJA KE HK", "hong-kong"),
        ("penempatan Poipet", "kamboja"),
        ("ke Kambojaaa", "kamboja"),
        ("loker Singapuraa", "singapura"),
        ("𝗞𝗔𝗠𝗕𝗢𝗝𝗔", "kamboja"),
        ("loker K A M B O J A", "kamboja"),
        ("ke Ka.mbo.ja", "kamboja"),
        ("Myan mar", "myanmar"),
        ("k\u0430mb\u043ej\u0430", "kamboja"),
        ("admin 🇰🇭 gaji besar", "kamboja"),
        ("negeri gajah putih", "thailand"),
    ],
)
def test_countries_are_known_by_their_words(read: Reader, text: str, country: str) -> None:
    """Cities, short forms, slips of the finger, flags, fancy letters and torn words."""
    assert [mention.id for mention in read(text).countries] == [country]


@pytest.mark.parametrize("text", ["ka mbuh ja", "kam, boja", "mala.m ini"])
def test_pieces_that_make_no_country_are_none(read: Reader, text: str) -> None:
    """A torn word stands one blank or mark apart, and is whole in the end."""
    assert read(text).countries == ()


@pytest.mark.parametrize("street", ["Jl. Kamboja 5", "Jl. Slamet Riyadi 120 Solo"])
def test_a_street_is_no_country(read: Reader, street: str) -> None:
    """Where an office stands says nothing of where the work is."""
    advert = read(f"Pabrik di Taiwan, kantor {street}")

    assert [mention.id for mention in advert.countries] == ["taiwan"]


def test_kl_in_small_letters_is_kalau(read: Reader) -> None:
    """ "kl" means Kuala Lumpur only in capitals or after "di", "ke"."""
    assert read("kl minat hubungi kami").countries == ()


def test_hubungi_admin_is_no_job(read: Reader) -> None:
    """`not_words` are read first."""
    assert read("info biaya hubungi admin").jobs == ()


@given(st.text(alphabet=st.characters(), max_size=300))
def test_whatever_is_sent_every_quote_stands_in_it(known: Adverts, text: str) -> None:
    """Hostile text never raises, and nothing is made up."""
    advert = read_advert(text, known.vocabulary)

    extracts = (
        *advert.companies, *advert.contacts, *advert.accounts, *advert.licences,
        *advert.countries, *advert.jobs, *advert.money, *advert.ages,
    )  # fmt: skip
    for quote in (*(each.quote for each in extracts), *advert.departures):
        assert text[quote.start : quote.end] == quote.text

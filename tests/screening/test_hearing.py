"""What no rule foresaw is heard too, and what a button says never is."""

import pytest

from bot.app.knowledge import Edition
from bot.danger import Danger
from bot.language.lexicon import Lexicon, parse_lexicon
from bot.screening.cry import Cry
from bot.screening.hearing import Hearing, hear, learn_hearing
from bot.screening.rules import parse_rules

LOCKED = [
    "kamarku digembok dari luar sejak semalam",
    "kami dikurung di gudang sama mandor",
    "pintu digembok terus aku ga bisa keluar kamar",
    "aku dikurung tidak dikasih makan",
    "jendela dipaku kamar digembok mandor",
    "digembok di gudang gelap tolong",
    "mandor gembok kamar kami dari luar",
    "dikurung",
]
UNPAID = [
    "sudah lima bulan upahku tidak turun",
    "upah kami ditahan sejak lebaran",
    "juragan tidak membayar upah setengah tahun",
    "upah ditahan bos katanya nanti terus",
    "enam bulan kerja upah belum pernah diterima",
    "upah tiga bulan tidak dibayar",
    "mandor tidak bayar upah kami berbulan bulan",
    "upah ditahan",
]
CALM = [
    "syarat kerja ke taiwan apa saja",
    "berapa upah pabrik di korea",
    "gembok koper yang bagus apa",
    "film tentang orang dikurung di gudang itu judulnya apa",
    "umur berapa boleh berangkat",
    "paspor dibuat di mana",
    "cara membuat skck",
    "upah minimum malaysia berapa",
    "kamar asrama isinya berapa orang",
    "medical berapa hari selesai",
    "selesai",
    "terima kasih",
]


@pytest.fixture(scope="module")
def hearing() -> Hearing:
    lexicon: Lexicon = parse_lexicon({})
    sign = {"id": "terbakar", "name": "terbakar", "level": "emergency", "any": ["kebakaran"]}
    rules = parse_rules({"signs": [{**sign, "examples": [], "counterexamples": []}]}, lexicon)
    cries = [
        *(Cry(text, "disekap", Danger.EMERGENCY) for text in LOCKED),
        *(Cry(text, "tidak_digaji", Danger.HIGH) for text in UNPAID),
        *(Cry(text, "", Danger.NONE) for text in CALM),
    ]
    return learn_hearing(cries, rules, lexicon)


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("tolong kami digembok mandor di kamar gelap", Danger.EMERGENCY),
        ("dikurung!!", Danger.EMERGENCY),
        ("upah saya ditahan juragan sejak lebaran, nagih malah diancam", Danger.HIGH),
    ],
)
def test_a_cry_in_new_words_is_heard(edition: Edition, text: str, danger: Danger) -> None:
    """A message that no example equals gets the level of those it is like; a known cry may be one word."""
    assert hear(text, edition.knowledge.hearing).danger >= danger


@pytest.mark.parametrize(
    "text",
    [
        "syarat umur kerja ke korea",
        "berapa hari medical",
        "selesai",
        "anak saya",
        "1234 5678 9012 3456",
        "7l25-3O56-3l3l-8l75",
        "lombok timur",
        "???",
        "",
    ],
)
def test_ordinary_words_stay_calm(edition: Edition, text: str) -> None:
    """Questions, answers of a word or two, receipts and noise call nobody."""
    assert not hear(text, edition.knowledge.hearing).danger.alarms


@pytest.mark.parametrize(
    "text",
    [
        "apakah majikan boleh menyimpan paspor karyawan menurut aturan?",
        "pulsa cepat habis, paket telepon ke indonesia yang murah apa",
        "kalau nanti upah telat dibayar, langkah pertama apa ya",
        "majikanku baik, ga pernah nahan apa apa, cuma mau tanya cuti",
        "dulu paspor saya pernah disimpan bos, sekarang sudah pulang dan buka warung",
    ],
)
def test_the_same_words_said_calmly_stay_calm(edition: Edition, text: str) -> None:
    """Rules, prices, guesses, denials and old stories call nobody, whatever words they use."""
    assert not hear(text, edition.knowledge.hearing).danger.alarms


def test_of_two_equal_messages_the_more_urgent_is_learnt(hearing: Hearing) -> None:
    """Who lists a message as danger that is among the ordinary questions too means danger."""
    twice = [Cry(text, "", Danger.NONE) for text in (*UNPAID, *CALM)]
    cries = [*twice, *(Cry(text, "tidak_digaji", Danger.HIGH) for text in UNPAID)]

    heard = hear(UNPAID[0], learn_hearing(cries, hearing.rules, hearing.lexicon))

    assert heard.danger is Danger.HIGH
    assert heard.signs == ("tidak_digaji",)


def test_a_rule_that_alarms_is_never_passed_over(hearing: Hearing) -> None:
    """Even where everything else sounds calm, an officer is at least offered."""
    heard = hear("upah minimum berapa kalau pabrik kebakaran, syarat kerja apa saja", hearing)

    assert heard.danger >= Danger.WATCH


def test_the_same_messages_in_any_order_are_heard_the_same(hearing: Hearing) -> None:
    """Hearing does not depend on how files are read."""
    cries = [
        *(Cry(text, "", Danger.NONE) for text in reversed(CALM)),
        *(Cry(text, "tidak_digaji", Danger.HIGH) for text in UNPAID),
        *(Cry(text, "disekap", Danger.EMERGENCY) for text in LOCKED),
    ]

    again = learn_hearing(cries, hearing.rules, hearing.lexicon)

    assert again.labels == hearing.labels
    assert (again.weights == hearing.weights).all()

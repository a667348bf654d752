"""Whatever is sent to a check is answered on one screen of a cheap phone, with a way forward."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.app.play import Player
from bot.runner.ports import Knowledge

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
MOST_LETTERS = 900  # of what is said, without the buttons
ADVERT = (
    "LOWONGAN KAMBOJA admin judi gaji 25 juta tanpa pengalaman, berangkat besok visa wisata, usia 15-20, "
    "DP 5 juta ke BCA 1234567890 a/n Sri, PT Bina Dinamita Rama, paspor kami simpan, "
    "hub bu Sri 0812 3456 7890. "
)
REVOKED = (
    "PT Bumi Mas Indonesia Mandiri ke kamboja jadi admin gaji 40 juta, umur anak saya 15, "
    "hub bu Sri 0812 3456 7890?"
)
ODD = {
    "twenty thousand letters": "PT Bina Dinamita Rama " + "kata apa saja " * 1_500,
    "a long advert": ADVERT * 100,
    "letters without a space": "x" * 20_000,
    "another script": "招聘 柬埔寨 客服 月薪 " * 50,
    "right to left": "وظائف في كمبوديا",
    "an emoji": "👍",
    "a link": "https://s.id/loker-taiwan",
    "an account": "rek BCA 4355269536 a/n Sri Wahyuni",
    "a licence number": "NIB 1234567890123",
    "an e-mail": "kerja.jepang@gmail.com",
    "two companies": "PT Graha Mitra Balindo atau PT Bina Dinamita Rama",
    "many companies": " ".join(f"PT Contoh Nomor{number} Jaya," for number in range(60)),
    "a bare name": "graha mitra balindo",
    "everything at once": REVOKED,
    "tags and braces": "<b>PT {name}</b> &amp; <script>",
    "a phone, oddly": "o8l2-3456-789O",
    "nothing": "\u200b",
    "a picture": "(foto)",
    "a picture with words": f"(foto) {ADVERT}",
    "a document": "(dokumen)",
    "a pdf": "(pdf)",
    "a voice": "(suara)",
}
DOORS = ("", "/cek", "/iklan", "/kontak", "cek", "PT Bina Dinamita Rama resmi ga?", ADVERT)


@pytest.mark.parametrize("sent", ODD.values(), ids=list(ODD))
@pytest.mark.parametrize("door", DOORS, ids=lambda door: door[:8] or "menu")
def test_everything_is_answered_on_one_screen(knowledge: Knowledge, door: str, sent: str) -> None:
    """From the menu, from a check, below an answer: clear words, buttons, and no more than one screen."""
    player = Player(knowledge, NOW)
    if door:
        player.turn(door)

    lines = player.turn(sent)

    said = [line[2:] for line in lines if line.startswith(("< ", "  ")) and not line.startswith("  [")]
    assert said
    assert len("\n".join(said)) <= MOST_LETTERS
    assert any(line.startswith("  [") for line in lines)

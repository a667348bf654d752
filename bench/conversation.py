"""
The six-step conversation that every bot under test holds: what people write, and what they must read.

Standard library only: the rivals import it from another virtual environment. Start at `said` and `heard`.
"""

from __future__ import annotations

from dataclasses import dataclass

COMMAND = "ujian"
SOS = "🆘 Darurat"  # our bot shows it under every screen, so the others show it too


@dataclass(frozen=True, slots=True)
class Step:
    """One message of the bot. `choices` are buttons (label by id); free text is kept under `name` as well."""

    name: str
    text: str
    choices: dict[str, str]
    free: bool = False


STEPS = (
    Step(
        "negara",
        "Kita periksa tawaran kerjamu, enam langkah saja.\n\n<b>Langkah 1 dari 6</b>\nKe negara mana kamu "
        "akan berangkat?\nPilih di bawah, atau ketik namanya. Kalau belum pasti, pilih yang paling mungkin.",
        {"taiwan": "Taiwan", "malaysia": "Malaysia", "jepang": "Jepang"},
    ),
    Step(
        "pekerjaan",
        "<b>Langkah 2 dari 6</b>\nPekerjaan apa yang ditawarkan?\nTulis dengan kata-katamu sendiri, misalnya "
        "perawat lansia atau pekerja pabrik. Tidak perlu lengkap, dan tidak perlu menyebut nama siapa pun.",
        {"lewati": "Lewati"},
        free=True,
    ),
    Step(
        "perusahaan",
        "<b>Langkah 3 dari 6</b>\nPT mana yang akan memberangkatkan kamu?\nTulis nama yang kamu dengar, "
        "boleh tidak lengkap. PT yang resmi punya izin dari kementerian dan kantor yang bisa didatangi.",
        {"lewati": "Lewati"},
        free=True,
    ),
    Step(
        "bayar",
        "<b>Langkah 4 dari 6</b>\nApakah kamu sudah diminta membayar sesuatu?\nUntuk banyak pekerjaan "
        "biayanya ditanggung pemberi kerja. Uang yang diminta ke rekening pribadi patut dicurigai.",
        {"sudah": "Sudah", "belum": "Belum", "bingung": "Tidak tahu"},
    ),
    Step(
        "kontrak",
        "<b>Langkah 5 dari 6</b>\nApakah kamu sudah membaca kontrak kerja dalam bahasa yang kamu mengerti?\n"
        "Kontrak menyebut gaji, jam kerja, dan nama pemberi kerja. Mintalah salinannya sebelum tanda tangan.",
        {"sudah": "Sudah", "belum": "Belum", "bingung": "Tidak tahu"},
    ),
    Step(
        "ringkasan",
        "<b>Langkah 6 dari 6</b>\nIni ringkasan jawabanmu:\nNegara: {negara}\nPekerjaan: {pekerjaan}\nPT: "
        "{perusahaan}\nSudah diminta bayar: {bayar}\nSudah baca kontrak: {kontrak}\n\nSimpan ringkasan ini "
        "dan periksa lagi sebelum berangkat.",
        {"ulang": "Ulangi", "selesai": "Selesai"},
    ),
)
BUTTONS = tuple(len(step.choices) + 1 for step in STEPS)


def answers(person: int) -> dict[str, str]:
    """What a person answers, by step; free text differs from person to person, so mixed-up chats show."""
    return {
        "negara": ("Taiwan", "Malaysia", "Jepang")[person % 3],
        "pekerjaan": f"perawat lansia nomor {person}",
        "perusahaan": f"PT Contoh Abadi {person}",
        "bayar": "Belum",
        "kontrak": ("Sudah", "Belum")[person % 2],
    }


def said(person: int) -> list[str]:
    """The six messages of a person."""
    return [f"/{COMMAND}", *answers(person).values()]


def heard(person: int) -> list[str]:
    """The six replies that person must get, in this order and nothing else."""
    return [filled(step.text, answers(person)) for step in STEPS]


def filled(text: str, values: dict[str, str]) -> str:
    """A text with the answers put in; what is unknown stays."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


def keyboard(step: Step) -> list[list[tuple[str, str]]]:
    """(label, callback data) by row, as the rivals show it: two in a row, the emergency button last."""
    buttons = [(label, f"{step.name}:{choice}") for choice, label in step.choices.items()]
    buttons.append((SOS, "sos"))
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]

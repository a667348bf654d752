"""Where adverts stand: posters, columns, coloured posts, photos behind white letters, chats, stories."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.reading.pictures import FONTS, font_of

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
_MORE_FONTS = tuple(
    path
    for path in map(
        Path,
        (
            "/usr/share/fonts/truetype/liberation/LiberationSansNarrow-Bold.ttf",
            "/usr/share/fonts/truetype/liberation/LiberationSerif-Italic.ttf",
            "/usr/share/fonts/truetype/liberation/LiberationMono-Bold.ttf",
            "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed-Bold.ttf",
            "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",
        ),
    )
    if path.exists()
)
_POSTER_COLOURS = (
    ("#fffef8", "#111111", "#b00020"),
    ("#ffe14d", "#1a237e", "#d50000"),
    ("#0b5d3b", "#ffffff", "#ffeb3b"),
    ("#b71c1c", "#ffffff", "#fff176"),
    ("#e3f2fd", "#0d47a1", "#c62828"),
)
_POST_COLOURS = (
    ("#6a1b9a", "#e91e63"),
    ("#0d47a1", "#26c6da"),
    ("#bf360c", "#ffb300"),
    ("#263238", "#607d8b"),
)


def poster(lines: tuple[str, ...], chance: random.Random, size: int = 30) -> Image.Image:
    """A headline in a coloured band, the lines below it, the last in a box."""
    paper, ink, loud = chance.choice(_POSTER_COLOURS)
    body, head = _font(chance, size), _font(chance, round(size * 1.4))
    width = _widest(lines, head) + 120
    picture = Image.new("RGB", (width, round(size * (1.75 * len(lines) + 5))), paper)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width, size * 3), fill=loud)
    draw.text((50, size * 0.8), lines[0], paper, head)
    y = size * 3.8
    for line in lines[1:]:
        if line is lines[-1]:
            edge = (40, y - size * 0.4, 70 + _width(line, body), y + size * 1.5)
            draw.rounded_rectangle(edge, 10, outline=loud, width=3)
        draw.text((56, y), line, ink, body)
        y += size * 1.75
    return picture


def columns(lines: tuple[str, ...], chance: random.Random, size: int = 26) -> Image.Image:
    """A headline, then two columns with a rule between."""
    paper, ink, loud = chance.choice(_POSTER_COLOURS)
    body, head = _font(chance, size), _font(chance, round(size * 1.3))
    rest = lines[1:]
    half = (len(rest) + 1) // 2
    column = _widest(rest, body) + 70
    width = max(2 * column, _width(lines[0], head) + 100)
    picture = Image.new("RGB", (width, round(size * (1.9 * half + 4.5))), paper)
    draw = ImageDraw.Draw(picture)
    draw.text((width / 2, size * 1.4), lines[0], loud, head, anchor="mm")
    draw.line((width / 2, size * 3, width / 2, picture.height - 20), fill=loud, width=2)
    for at, line in enumerate(rest):
        x = 35 if at < half else width // 2 + 35
        draw.text((x, size * (3.2 + 1.9 * (at % half))), line, ink, body)
    return picture


def over_photo(lines: tuple[str, ...], chance: random.Random, size: int = 34) -> Image.Image:
    """White letters with a thin shadow on a photo."""
    body = _font(chance, size)
    picture = _scenery((_widest(lines, body) + 120, round(size * (1.8 * len(lines) + 4))), chance)
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(lines):
        draw.text((62, size * (1.5 + 1.8 * at) + 2), line, "#000000", body)
        draw.text((60, size * (1.5 + 1.8 * at)), line, "#ffffff", body)
    return picture


def post(lines: tuple[str, ...], chance: random.Random, size: int = 30) -> Image.Image:
    """A post of Facebook: who wrote it, then white centred letters on a run of colours, reactions below."""
    body, small = _font(chance, size), _font(chance, round(size * 0.6))
    width, height = _widest(lines, body) + 160, round(size * (1.6 * len(lines) + 4))
    picture = Image.new("RGB", (width, height + 210), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((24, 20, 84, 80), fill="#90a4ae")
    draw.text((100, 24), "Loker Luar Negeri Resmi", "#050505", _font(chance, round(size * 0.75)))
    draw.text((100, 56), "2 j · Publik", "#65676b", small)
    one, other = chance.choice(_POST_COLOURS)
    run = Image.linear_gradient("L").resize((width, height))
    picture.paste(
        Image.composite(Image.new("RGB", run.size, other), Image.new("RGB", run.size, one), run), (0, 100)
    )
    for at, line in enumerate(lines):
        draw.text((width / 2, 100 + size * (2.5 + 1.6 * at)), line, "white", body, anchor="mm")
    draw.text((24, height + 120), "128 suka", "#65676b", small)
    draw.text((width - 24, height + 120), "43 komentar · 17 kali dibagikan", "#65676b", small, anchor="ra")
    draw.text((60, height + 165), "Suka        Komentari        Bagikan", "#65676b", small)
    return picture


def chat(lines: tuple[str, ...], chance: random.Random, size: int = 30, *, dark: bool = False) -> Image.Image:
    """A screenshot of WhatsApp: status bar, name, a forwarded bubble, an answer, the field to type in."""
    back, bubble, ours, ink, pale = (
        ("#0b141a", "#202c33", "#005c4b", "#e9edef", "#8696a0")
        if dark
        else ("#efeae2", "#ffffff", "#d9fdd3", "#111b21", "#667781")
    )
    bar = "#1f2c34" if dark else "#008069"
    body, small = _font(chance, size), _font(chance, round(size * 0.68))
    widest = _widest(lines, body)
    width = max(720, widest + 140)
    bubble_height = round(size * (1.45 * len(lines) + 3))
    picture = Image.new("RGB", (width, bubble_height + 520), back)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width, 150), fill=bar)
    draw.text((24, 12), "19.42", "white", small)
    draw.text((width - 24, 12), "4G  87%", "white", small, anchor="ra")
    draw.ellipse((70, 60, 134, 124), fill="#90a4ae")
    draw.text((150, 62), "Grup Loker Taiwan 2026", "white", body)
    draw.text((150, 106), "Bu Sri, Andi, Yanti, +62 857…", "#d0d7da", small)
    draw.rounded_rectangle((24, 180, 84 + widest, 190 + bubble_height), 20, fill=bubble)
    draw.text((46, 190), "Diteruskan berkali-kali", pale, small)
    y = 190 + size * 1.2
    for line in lines:
        draw.text((46, y), line, ink, body)
        y += size * 1.45
    draw.text((60 + widest, y + 6), "10.27", pale, small, anchor="ra")
    top = 220 + bubble_height
    draw.rounded_rectangle((width - 420, top, width - 24, top + size * 2.6), 20, fill=ours)
    draw.text((width - 400, top + 10), "ini beneran ga ya?", ink, body)
    draw.text((width - 40, top + size * 1.5), "10.31", pale, small, anchor="ra")
    draw.rounded_rectangle((20, picture.height - 90, width - 110, picture.height - 20), 35, fill=bubble)
    draw.text((90, picture.height - 78), "Ketik pesan", pale, body)
    return picture


def dark_chat(lines: tuple[str, ...], chance: random.Random, size: int = 30) -> Image.Image:
    return chat(lines, chance, size, dark=True)


def story(lines: tuple[str, ...], chance: random.Random, size: int = 40) -> Image.Image:
    """9:16, each line on a strip of its own over a photo."""
    body = _font(chance, size)
    width = max(1080, _widest(lines, body) + 160)
    picture = _scenery((width, width * 16 // 9), chance)
    draw = ImageDraw.Draw(picture)
    draw.text((120, 60), "loker.luarnegeri  5 j", "white", _font(chance, 30))
    y = picture.height * 0.2
    for line in lines:
        wide = _width(line, body)
        draw.rounded_rectangle((70, y - 10, 100 + wide, y + size * 1.4), 14, fill="white")
        draw.text((84, y), line, "#111111", body)
        y += size * 2.1
    return picture


def small_print(lines: tuple[str, ...], chance: random.Random, size: int = 17) -> Image.Image:
    """A large headline and everything else small, as on a page of a newspaper."""
    return poster(lines, chance, size)


def keycaps(lines: tuple[str, ...], chance: random.Random, size: int = 36) -> Image.Image:
    """A chat whose last line, the number, is made of emoji digits."""
    words, digits = lines[:-1], [letter for letter in lines[-1].rpartition(" ")[2] if letter.isdigit()]
    body = _font(chance, size)
    cap = round(size * 1.25)
    width = max(_widest(words, body) + 120, round(cap * 1.08 * len(digits)) + 120)
    picture = Image.new("RGB", (width, round(size * (1.5 * len(lines) + 4))), "#ffffff")
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(words):
        draw.text((50, size * (1 + 1.5 * at)), line, "#111b21", body)
    y = round(size * (1.6 + 1.5 * len(words)))
    for at, digit in enumerate(digits):
        x = 50 + round(at * cap * 1.08)
        draw.rounded_rectangle((x, y, x + cap, y + cap), cap // 5, fill="#3f88c5")
        draw.text((x + cap / 2, y + cap / 2), digit, "white", font_of(1, size), anchor="mm")
    return picture


Paper = Callable[[tuple[str, ...], random.Random, int], Image.Image]
PAPERS: dict[str, Paper] = {
    each.__name__: each
    for each in (poster, columns, over_photo, post, chat, dark_chat, story, small_print, keycaps)
}


def _font(chance: random.Random, size: int) -> Font:
    at = chance.randrange(max(1, len(FONTS) + len(_MORE_FONTS)))
    if at < len(FONTS) or not _MORE_FONTS:
        return font_of(at, size)
    return ImageFont.truetype(_MORE_FONTS[at - len(FONTS)], size)


def _width(line: str, font: Font) -> int:
    return round(font.getlength(line))


def _widest(lines: tuple[str, ...], font: Font) -> int:
    return max(_width(line, font) for line in lines)


def _scenery(size: tuple[int, int], chance: random.Random) -> Image.Image:
    """Sky, sea and something green, out of focus; never white."""
    picture = Image.new("RGB", size, "#5d7f9c")
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y, reach = chance.randrange(size[0]), chance.randrange(size[1]), chance.randrange(40, 260)
        shade = (chance.randrange(20, 150), chance.randrange(40, 160), chance.randrange(30, 170))
        draw.ellipse((x - reach, y - reach // 2, x + reach, y + reach // 2), fill=shade)
    return picture.filter(ImageFilter.GaussianBlur(6))

"""
Pictures of adverts as people send them: posters, chats, dark screens, tables, columns; tilted, turned …

All chance is seeded. Start at `SHOTS` and `taken`.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.reading.adverts import ADVERTS

FONTS = tuple(
    path
    for path in map(
        Path,
        (
            "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
            "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
            "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
            "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
        ),
    )
    if path.exists()
)
COLOURS = (("black", "white"), ("#fff7d6", "#8c1d18"), ("white", "#0b5d3b"), ("#1d2b53", "#ffd95a"))
DARK = ("#e9edef", "#111b21")


@dataclass(frozen=True, slots=True)
class Shot:
    """How one picture is made; `font` counts in `FONTS`, beyond them stands Pillow's own."""

    advert: int
    style: str
    size_px: int = 26
    quality: int = 70
    tilt: float = 0.0
    turn: int = 0
    blur: float = 0.0
    colours: int = 0
    font: int = 0
    noise: bool = False

    @property
    def name(self) -> str:
        extras = f"{self.tilt:+g}° {self.turn}° blur {self.blur} q{self.quality}"
        return f"{self.advert:2d} {self.style:8s} {self.size_px}px {extras}"


SHOTS = (
    Shot(0, "poster"),
    Shot(0, "poster", 18, 40, font=9),
    Shot(0, "chat", 22, 60),
    Shot(1, "poster", 34, 30, colours=1, font=1),
    Shot(1, "dark", 24, 55),
    Shot(1, "poster", 28, 50, tilt=4, noise=True),
    Shot(2, "poster", 20, 80, font=2),
    Shot(2, "poster", 24, 60, turn=90),
    Shot(2, "table", 24, 70),
    Shot(3, "poster", 26, 45, tilt=-4, font=3),
    Shot(3, "chat", 24, 50, font=2),
    Shot(3, "poster", 22, 70, turn=180),
    Shot(4, "poster", 30, 35, colours=3),
    Shot(4, "columns", 22, 70),
    Shot(4, "dark", 20, 45, font=2),
    Shot(5, "poster", 26, 60, blur=1.0),
    Shot(5, "poster", 24, 50, turn=270, font=9),
    Shot(5, "chat", 26, 40),
    Shot(6, "poster", 22, 65, colours=2),
    Shot(6, "columns", 20, 60, font=2),
    Shot(6, "poster", 26, 55, tilt=3, turn=90, noise=True),
    Shot(7, "dark", 28, 30, font=1),
    Shot(7, "poster", 32, 40, blur=1.4, noise=True),
    Shot(7, "poster", 18, 85, font=9, turn=180),
    Shot(8, "poster", 24, 60, tilt=2),
    Shot(8, "table", 22, 60, colours=0),
    Shot(8, "dark", 24, 50, turn=90),
    Shot(9, "poster", 28, 45, colours=3, font=3),
    Shot(9, "chat", 20, 70, font=9),
    Shot(9, "poster", 26, 35, tilt=-3, blur=0.8),
    Shot(10, "poster", 20, 75, colours=2, font=2),
    Shot(10, "columns", 24, 50, tilt=2),
    Shot(10, "poster", 30, 30, turn=270),
    Shot(11, "chat", 28, 35),
    Shot(11, "poster", 34, 60, colours=1, tilt=4),
    Shot(11, "poster", 22, 45, noise=True, blur=0.6),
)


def taken(shot: Shot) -> bytes:
    """The JPEG of one shot."""
    lines = ADVERTS[shot.advert].splitlines()
    picture = _STYLES[shot.style](shot, lines)
    if shot.noise:
        grain = Image.effect_noise(picture.size, 40).convert("RGB")
        picture = Image.blend(picture, grain, 0.12)
    if shot.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(shot.blur))
    if shot.tilt or shot.turn:
        edge = picture.getpixel((0, 0))
        picture = picture.rotate(
            shot.tilt + shot.turn, expand=True, fillcolor=edge, resample=Image.Resampling.BICUBIC
        )
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=shot.quality)
    return out.getvalue()


def font(shot: Shot, size: int | None = None) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return font_of(shot.font, size or shot.size_px)


def font_of(at: int, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """One of `FONTS`, or Pillow's own beyond them."""
    return ImageFont.truetype(FONTS[at], size) if at < len(FONTS) else ImageFont.load_default(size)


def _poster(shot: Shot, lines: list[str]) -> Image.Image:
    ink, paper = DARK if shot.style == "dark" else COLOURS[shot.colours]
    head, body = font(shot, round(shot.size_px * 1.5)), font(shot)
    width = round(max(head.getlength(lines[0]), *(body.getlength(line) for line in lines))) + 100
    step = round(shot.size_px * 1.7)
    picture = Image.new("RGB", (width, step * (len(lines) + 2) + 60), paper)
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(lines):
        draw.text((50, 40 + at * step + (shot.size_px if at else 0)), line, ink, head if at == 0 else body)
    return picture


def _chat(shot: Shot, lines: list[str]) -> Image.Image:
    """A forwarded advert in two bubbles, and what was written about it on the other side."""
    body, small = font(shot), font(shot, max(12, shot.size_px // 2))
    widest = round(max(body.getlength(line) for line in lines))
    step, half = round(shot.size_px * 1.5), len(lines) // 2
    picture = Image.new("RGB", (widest + 220, step * (len(lines) + 5) + 120), "#efe7dd")
    draw = ImageDraw.Draw(picture)
    top = 20
    for bubble, left, colour in (
        (lines[:half], 20, "white"),
        (lines[half:], 20, "white"),
        (["ini beneran ga kak?"], 160, "#d9fdd3"),
    ):
        bottom = top + step * len(bubble) + 40
        draw.rounded_rectangle((left, top, left + widest + 40, bottom), 16, colour)
        for at, line in enumerate(bubble):
            draw.text((left + 18, top + 12 + at * step), line, "#111b21", body)
        draw.text((left + widest - 20, bottom - 22), f"10.{top % 60:02d}", "#667781", small)
        top = bottom + 20
    return picture


def _columns(shot: Shot, lines: list[str]) -> Image.Image:
    """A headline across, then the lines in two columns."""
    head, body = font(shot, round(shot.size_px * 1.4)), font(shot)
    rest = lines[1:]
    half = (len(rest) + 1) // 2
    widest = round(max(body.getlength(line) for line in rest))
    width = max(2 * widest + 160, round(head.getlength(lines[0])) + 100)
    step = round(shot.size_px * 1.7)
    picture = Image.new("RGB", (width, step * (half + 3)), "#fdfdf8")
    draw = ImageDraw.Draw(picture)
    draw.text((50, 20), lines[0], "#7a0c0c", head)
    for at, line in enumerate(rest):
        x = 50 if at < half else width // 2 + 30
        draw.text((x, step * (2 + at % half)), line, "black", body)
    return picture


def _table(shot: Shot, lines: list[str]) -> Image.Image:
    """Labels on the left of their values."""
    body = font(shot)
    widest = round(max(body.getlength(line) for line in lines))
    step = round(shot.size_px * 1.8)
    picture = Image.new("RGB", (widest + 300, step * (len(lines) + 1)), "white")
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(lines):
        draw.text((30, 20 + at * step), f"Hal {at + 1} :", "black", body)
        draw.text((230, 20 + at * step), line, "black", body)
    return picture


_STYLES = {"poster": _poster, "dark": _poster, "chat": _chat, "columns": _columns, "table": _table}


def photo(seed: int = 0, size: tuple[int, int] = (640, 480)) -> bytes:
    """A picture without a word."""
    chance = random.Random(seed)
    picture = Image.new("RGB", size, "#88aacc")
    draw = ImageDraw.Draw(picture)
    for _ in range(6):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        draw.ellipse((x, y, x + 120, y + 90), fill=(chance.randrange(255), 120, 90))
    picture = picture.filter(ImageFilter.GaussianBlur(8))
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()

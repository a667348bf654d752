"""
What a phone's camera and a messenger do to a picture: perspective, light, moiré, grain, shaking, JPEG.

All chance is seeded. Start at `Camera` and `photographed`.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

Floats = NDArray[np.float64]
_TABLES = ("#6b4f35", "#30363d", "#b9a27e", "#8f9aa3")


@dataclass(frozen=True, slots=True)
class Camera:
    """How one photo was taken; nothing of it is a screenshot that was sent once."""

    yaw: float = 0.0  # degrees from which the paper is seen, from the side …
    pitch: float = 0.0  # … and from below
    tilt: float = 0.0  # degrees turned in the plane
    shadow: float = 0.0  # 0 to 1: how dark the dark side is
    glare: float = 0.0  # 0 to 1: a lamp on glossy paper
    screen: bool = False  # a photo of a screen: its grid makes moiré
    grain: float = 0.0  # standard deviation, of 255
    shake_px: int = 0
    blur: float = 0.0
    around: float = 0.08  # of the longer side: how much of the table is in the picture
    creased: float = 0.0  # pixels by which folds bend the lines
    faded: float = 0.0  # 0 to 1: how little ink and paper differ
    long_side: int = 1600  # what the messenger makes of it
    qualities: tuple[int, ...] = (75,)  # one JPEG after the other


def photographed(picture: Image.Image, camera: Camera, seed: int = 0) -> bytes:
    """The JPEG that comes to the bot."""
    chance = random.Random(seed)
    if camera.screen:
        picture = _on_screen(picture)
    if camera.faded:
        grey = Image.new("RGB", picture.size, "#8d8d88")
        picture = Image.blend(picture, grey, camera.faded)
    if camera.creased:
        picture = _creased(picture, camera.creased)
    if camera.yaw or camera.pitch or camera.tilt or camera.around > 0.1:
        picture = _on_table(picture, camera, chance)
    if max(picture.size) > camera.long_side:
        picture.thumbnail((camera.long_side, camera.long_side), Image.Resampling.BICUBIC)
    if camera.shadow or camera.glare:
        picture = _lit(picture, camera, chance)
    if camera.shake_px:
        picture = _shaken(picture, camera.shake_px)
    if camera.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(camera.blur))
    if camera.grain:
        noise = np.random.default_rng(seed).normal(0, camera.grain, (picture.height, picture.width, 3))
        soft = np.clip(np.asarray(picture, dtype=np.float64) + noise, 0, 255)
        picture = Image.fromarray(soft.astype(np.uint8))
    data = b""
    for quality in camera.qualities:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality)
        data = out.getvalue()
        picture = Image.open(io.BytesIO(data)).convert("RGB")
    return data


def _on_table(picture: Image.Image, camera: Camera, chance: random.Random) -> Image.Image:
    """The paper as seen from the side and from below, on a table."""
    width, height = picture.size
    yaw, pitch, tilt = np.radians([camera.yaw, camera.pitch, camera.tilt])
    corners = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) / 2
    far = 1.7 * max(width, height)
    x, y, z = corners[:, 0] * np.cos(yaw), corners[:, 1].astype(float), corners[:, 0] * np.sin(yaw)
    y, z = y * np.cos(pitch) - z * np.sin(pitch), z * np.cos(pitch) + y * np.sin(pitch)
    x, y = x * np.cos(tilt) - y * np.sin(tilt), y * np.cos(tilt) + x * np.sin(tilt)
    seen = np.stack([x, y], axis=1) * (far / (far + z))[:, None]
    seen -= seen.min(axis=0)
    margin = camera.around * max(width, height)
    size = tuple(int(side + 2 * margin) for side in seen.max(axis=0))
    source = corners + np.array([width, height]) / 2
    found = _coefficients(seen + margin, source)
    table = Image.new("RGB", size, chance.choice(_TABLES))
    shown = picture.transform(size, Image.Transform.PERSPECTIVE, found, Image.Resampling.BICUBIC)
    mask = Image.new("L", picture.size, 255).transform(size, Image.Transform.PERSPECTIVE, found)
    table.paste(shown, mask=mask)
    return table


def _coefficients(seen: Floats, source: Floats) -> list[float]:
    """Pillow's eight numbers that lead from a place in the photo to one on the paper."""
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(number) for number in np.linalg.solve(np.array(rows), np.array(values))]


def _on_screen(picture: Image.Image) -> Image.Image:
    """Each pixel as the stripes of red, green and blue; seen smaller, they beat with the camera's."""
    big = np.repeat(np.repeat(np.asarray(picture), 3, axis=0), 3, axis=1).astype(np.float64)
    stripes = np.full_like(big, 0.45)
    for colour in range(3):
        stripes[:, colour::3, colour] = 1.0
    stripes[2::3] *= 0.6
    lit = Image.fromarray(np.clip(big * stripes * 1.4, 0, 255).astype(np.uint8))
    factor = 0.43
    size = (round(lit.width * factor), round(lit.height * factor))
    return lit.rotate(1.3, Image.Resampling.BILINEAR, expand=True, fillcolor="#111111").resize(
        size, Image.Resampling.BILINEAR
    )


def _creased(picture: Image.Image, pixels: float) -> Image.Image:
    """Paper that was folded: lines rise and fall, and each fold has a bright and a dark side."""
    layers = np.asarray(picture, dtype=np.float64)
    height, width = layers.shape[:2]
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    up = pixels * np.sin(2 * np.pi * x / (width / 2.3) + y / 300)
    aside = pixels * 0.6 * np.sin(2 * np.pi * y / (height / 1.7))
    rows = np.clip(np.rint(y + up), 0, height - 1).astype(int)
    columns = np.clip(np.rint(x + aside), 0, width - 1).astype(int)
    light = 1 + 0.12 * np.cos(2 * np.pi * x / (width / 2.3) + y / 300)
    return Image.fromarray(np.clip(layers[rows, columns] * light[:, :, None], 0, 255).astype(np.uint8))


def _lit(picture: Image.Image, camera: Camera, chance: random.Random) -> Image.Image:
    """Darker towards one side with the edge of a hand's shadow, and a lamp's white spot."""
    width, height = picture.size
    if camera.shadow:
        slope = np.linspace(1 - camera.shadow, 1, width)[None, :] * np.ones((height, 1))
        dark = Image.fromarray((slope * 255).astype(np.uint8))
        hand = Image.new("L", picture.size, 255)
        corner = [(0, height), (0, height * 0.35), (width * 0.5, height)]
        ImageDraw.Draw(hand).polygon(corner, fill=round(255 * (1 - camera.shadow * 0.6)))
        soft = hand.filter(ImageFilter.GaussianBlur(width / 60))
        picture = ImageChops.multiply(picture, ImageChops.multiply(dark, soft).convert("RGB"))
    if camera.glare:
        spot = Image.new("L", picture.size, 0)
        x, y = width * chance.uniform(0.3, 0.7), height * chance.uniform(0.2, 0.8)
        reach = width * 0.22
        bright = round(255 * camera.glare)
        ImageDraw.Draw(spot).ellipse((x - reach, y - reach / 2, x + reach, y + reach / 2), fill=bright)
        spot = spot.filter(ImageFilter.GaussianBlur(reach / 3))
        picture = ImageChops.screen(picture, spot.convert("RGB"))
    return picture


def _shaken(picture: Image.Image, pixels: int) -> Image.Image:
    """The mean of the picture moved by a few pixels to the right and down a little."""
    layers = np.asarray(picture, dtype=np.float64)
    total = sum(np.roll(layers, (step // 3, step), axis=(0, 1)) for step in range(pixels + 1))
    return Image.fromarray((total / (pixels + 1)).astype(np.uint8))

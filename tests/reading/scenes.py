"""
Harder pictures than a scanner makes: how adverts really reach people. Start at `SCENES` and `scene_of`.

Nothing of it is a real photo: papers are drawn, then seen through `camera.py`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.reading.camera import Camera, photographed
from tests.reading.offers import Offer, offer
from tests.reading.papers import PAPERS

_SHOTS: dict[str, Camera] = {
    "table": Camera(yaw=12, pitch=-20, tilt=3, shadow=0.35, grain=5, qualities=(80, 45)),
    "side": Camera(yaw=28, pitch=6, tilt=-2, grain=6, qualities=(70, 40)),
    "from below": Camera(yaw=-8, pitch=26, shadow=0.2, grain=5, qualities=(75, 35)),
    "steep": Camera(yaw=-30, pitch=-12, tilt=6, grain=4, qualities=(75, 40)),
    "lamp": Camera(yaw=6, pitch=-10, glare=0.75, grain=5, qualities=(80, 40)),
    "shadow": Camera(shadow=0.7, tilt=2, grain=8, qualities=(70, 35)),
    "screen": Camera(screen=True, yaw=5, pitch=4, grain=4, qualities=(80, 45)),
    "shaken": Camera(shake_px=4, tilt=1, grain=6, qualities=(75, 40)),
    "soft": Camera(blur=1.6, grain=5, qualities=(70, 35)),
    "sent on": Camera(long_side=1280, qualities=(40, 20)),
    "sent on and on": Camera(long_side=960, qualities=(35, 30, 25)),
    "thumb": Camera(long_side=720, qualities=(50, 40)),
    "turned 90": Camera(tilt=90, grain=4, qualities=(70, 40)),
    "upside down": Camera(tilt=180, shadow=0.3, grain=4, qualities=(70, 40)),
    "5 degrees": Camera(tilt=-5, grain=4, qualities=(60, 30)),
    "12 degrees": Camera(tilt=12, grain=4, qualities=(60, 35)),
    "night": Camera(shadow=0.85, grain=18, blur=0.8, tilt=-3, qualities=(60, 40)),
    "far": Camera(yaw=15, pitch=-8, around=0.5, shadow=0.3, grain=5, qualities=(75, 40)),
    "far and sent on": Camera(tilt=3, around=0.6, grain=4, long_side=1280, qualities=(60, 30)),
    "folded": Camera(creased=5, yaw=8, grain=5, shadow=0.3, qualities=(70, 40)),
    "faded": Camera(faded=0.75, grain=6, tilt=1, qualities=(70, 40)),
    "shaken hard": Camera(shake_px=8, grain=6, qualities=(75, 40)),
    "out of focus": Camera(blur=2.6, grain=5, qualities=(70, 40)),
    "tiny": Camera(long_side=520, qualities=(60, 40)),
    "dim screen": Camera(screen=True, yaw=-14, pitch=8, glare=0.5, grain=9, qualities=(70, 40)),
    "plain": Camera(qualities=(60, 30)),
}
_PAIRS = (
    ("poster", "table,side,steep,lamp,shadow,shaken,soft,screen,night,turned 90,from below,12 degrees"),
    ("columns", "table,from below,5 degrees,sent on,turned 90"),
    ("over_photo", "plain,sent on,side,soft,sent on and on"),
    ("post", "sent on,screen,plain,thumb"),
    ("chat", "sent on,sent on and on,screen,thumb,5 degrees"),
    ("dark_chat", "sent on,sent on and on,screen,shaken,upside down"),
    ("story", "plain,sent on,thumb"),
    ("small_print", "plain,table,sent on,shadow,side"),
    ("poster", "far,far and sent on,folded,faded,shaken hard,out of focus,tiny,dim screen"),
    ("columns", "far,folded,tiny,dim screen"),
    ("over_photo", "far,out of focus,tiny"),
    ("small_print", "far,far and sent on,folded,faded,shaken"),
    ("dark_chat", "dim screen,tiny,shaken hard"),
    ("chat", "far,out of focus"),
    ("keycaps", "plain,sent on,screen"),
)
_ODD_SPELLINGS = (
    "0 A A A B B B B C C C C",
    "0AAA • BBBB • CCCC",
    "0AAA.BBBB.CCCC",
    "*0AAA-BBBB-CCCC*",
    "0AAA~BBBB~CCCC",
)


_HARD = frozenset(
    (
        "night",
        "far",
        "far and sent on",
        "folded",
        "faded",
        "tiny",
        "shaken hard",
        "out of focus",
        "dim screen",
    )
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture to be read; another `seed` is another advert in other colours and letters."""

    paper: str
    shot: str
    seed: int
    spelling: str = ""

    @property
    def name(self) -> str:
        return f"{self.paper}, {self.shot}" + (f", {self.spelling}" if self.spelling else "")

    @property
    def is_hard(self) -> bool:
        """Whether a person, too, has to look twice."""
        return self.shot in _HARD

    @property
    def offer(self) -> Offer:
        plain = "0AAABBBBCCCC" if self.paper == "keycaps" else self.spelling
        return offer(self.seed, phones=1 if plain else 1 + self.seed % 2, spelling=plain)

    def picture(self) -> bytes:
        """The JPEG."""
        chance = random.Random(self.seed)
        drawn = PAPERS[self.paper](self.offer.lines, chance, _size(self.paper, chance))
        return photographed(drawn, _SHOTS[self.shot], self.seed)


def _size(paper: str, chance: random.Random) -> int:
    usual = {
        "poster": 30,
        "columns": 26,
        "over_photo": 34,
        "post": 30,
        "story": 40,
        "small_print": 17,
        "keycaps": 36,
    }
    return round(usual.get(paper, 30) * chance.uniform(0.85, 1.15))


def scenes_of(seed: int) -> tuple[Scene, ...]:
    """A whole set; the same seed gives the same pictures."""
    pairs = [(paper, shot) for paper, shots in _PAIRS for shot in shots.split(",")]
    usual = [Scene(paper, shot, seed * 1000 + at) for at, (paper, shot) in enumerate(pairs)]
    odd = [
        Scene(
            "chat" if at % 2 else "poster",
            "sent on" if at % 2 else "5 degrees",
            seed * 1000 + 500 + at,
            spelling,
        )
        for at, spelling in enumerate(_ODD_SPELLINGS)
    ]
    return (*usual, *odd)

"""A picture is gone through within its means: screens in order, large print first, and the rest is said."""

from __future__ import annotations

import numpy as np

from bot.reading.boxes import Box
from bot.reading.looking import READ_S, WORK_S, Look, look
from bot.reading.picture import Pixels
from bot.reading.seen import Seen

LINE_PX = 480  # 20 high and 200 wide, when it is 48 high


class ToyEye:
    """Sees a dark bar as a line; its text is the bar's shade of grey. Counts what it did."""

    def __init__(self, faint: int = -1) -> None:
        self.faint = faint
        self.looks: list[tuple[int, bool]] = []

    def lines(self, picture: Pixels, longest_px: int) -> list[Box]:
        del longest_px
        rows = np.flatnonzero(picture[:, 10, 0] < 200)
        starts = [row for row in rows if row - 1 not in set(rows)]
        found = []
        for top in starts:
            bottom = next(row for row in range(top, len(picture) + 1) if row not in set(rows))
            corners = [(10, top), (210, top), (210, bottom), (10, bottom)]
            found.append(np.array(corners, dtype=np.float32))
        return found

    def read(self, picture: Pixels, box: Box, *, stark: bool = False) -> Seen:
        shade = int(picture[int(box[0][1]) + 1, 11, 0])
        self.looks.append((shade, stark))
        sure = 0.7 if shade == self.faint and not stark else 1.0
        return Seen(str(shade), (sure,) * len(str(shade)))


def page(height: int, bars: list[tuple[int, int, int]], width: int = 400) -> Pixels:
    """White, with bars of (top, height, shade)."""
    picture = np.full((height, width, 3), 255, dtype=np.uint8)
    for top, high, shade in bars:
        picture[top : top + high, 10:210] = shade
    return picture


def texts(found: Look) -> list[str]:
    return [spot.text for row in found.rows for spot in row]


def test_all_lines_come_in_order() -> None:
    """Each is read once, and nothing is said to be missing."""
    eye = ToyEye()

    found = look(eye, page(400, [(20, 20, 1), (60, 20, 2), (100, 20, 3), (140, 20, 4)]))

    assert texts(found) == ["1", "2", "3", "4"]
    assert not found.cut
    assert sorted(eye.looks) == [(1, False), (2, False), (3, False), (4, False)]


def test_faint_lines_are_looked_at_again() -> None:
    """In black and white, and only they."""
    eye = ToyEye(faint=2)

    look(eye, page(300, [(20, 20, 1), (60, 20, 2), (100, 20, 3)]))

    assert [each for each in eye.looks if each[1]] == [(2, True)]


def test_more_than_can_be_read_is_said() -> None:
    """All large print is read, then what stands above and at the very end; the picture counts as cut."""
    bars = [(40 * at, 24 if at in (7, 31) else 12, at) for at in range(1, 41)]
    work = 0.7 + READ_S * 22_000

    found = look(ToyEye(), page(1700, bars, 690), work)

    read = list(map(int, texts(found)))
    assert found.cut
    assert {7, 31, 1, 2, 3, 4, 40, 39} <= set(read)
    assert read == sorted(read)
    assert len(read) < 40


def test_a_strip_is_read_screen_by_screen() -> None:
    """A long screenshot is cut between its lines, and read from above as far as it goes."""
    bars = [(30 + 50 * at, 20, at) for at in range(100)]

    found = look(ToyEye(), page(5030, bars))

    read = list(map(int, texts(found)))
    assert read == list(range(len(read)))
    assert len(read) > 20
    assert found.cut == (len(read) < 100)
    assert found.left_s < WORK_S


def test_an_empty_strip_costs_no_more_than_a_full_one() -> None:
    """Looking for lines where there are none has its price, too."""
    eye = CountingEye()

    found = look(eye, page(28_000, [], 1000))

    assert found.rows == ()
    assert eye.searched < 6


class CountingEye(ToyEye):
    """Counts how often it looked for lines."""

    searched = 0

    def lines(self, picture: Pixels, longest_px: int) -> list[Box]:
        self.searched += 1
        return super().lines(picture, longest_px)

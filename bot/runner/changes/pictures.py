"""ReadPicture: pictures go to be read, outside the commit; what stands in them comes back as news."""

from __future__ import annotations

from bot.engine.effects import ReadPicture
from bot.runner.turn import Draft, ToRead


def read_picture(effect: ReadPicture, draft: Draft) -> None:
    if effect.media:
        draft.read(ToRead(draft.next_id(), effect.asked, effect.media))

"""What the desk asks of understanding, answered by the content that conversations use at that moment."""

from __future__ import annotations

from collections.abc import Sequence

from bot.desk.survey import Near
from bot.faq import clusters
from bot.runner.conversation import Conversations


class ContentSurvey:
    """A `bot.desk.survey.Survey`; after a reload it speaks of the new content."""

    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations

    def groups(self, texts: Sequence[str]) -> Sequence[Sequence[int]]:
        return clusters.cluster(self._conversations.knowledge.faq, texts)

    def nearest(self, texts: Sequence[str]) -> Sequence[Near]:
        found = clusters.nearest(self._conversations.knowledge.faq, texts)
        return [Near(each.entry_id, self.title(each.entry_id), each.score) for each in found]

    def title(self, entry: str) -> str:
        known = self._conversations.knowledge.entries.get(entry)
        return known.title if known else ""

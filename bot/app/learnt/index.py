"""The index of the FAQ, from disk or learnt now."""

from __future__ import annotations

import numpy as np
from rich.console import Console
from rich.progress import Progress

from bot.app.learnt.shelf import Box, fingerprint, kept, pack_vocabulary, unpack_vocabulary
from bot.authoring.content import Content
from bot.faq.example import in_order
from bot.faq.index import Figures, Index, build_index

ROOMS = ("bot.faq", "bot.learning", "bot.language")


def understanding_of(content: Content) -> Index:
    """Seconds when it is learnt, with a progress bar where somebody looks."""
    examples = in_order(content.examples)

    def unpack(box: Box) -> Index:
        asked, first, among_three = (float(each) for each in box.arrays["figures"])
        return Index(
            lexicon=content.lexicon,
            labels=tuple(box.words["labels"]),
            examples=examples,
            vocabulary=unpack_vocabulary(box),
            weights=box.arrays["weights"],
            curve=box.arrays["curve"],
            figures=Figures(int(asked), first, among_three),
        )

    key = fingerprint(examples, content.lexicon, ROOMS)
    return kept("index", key, lambda: _learn(content), _pack, unpack)


def _learn(content: Content) -> Index:
    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("Belajar dari contoh pertanyaan", total=1.0)
        return build_index(content.examples, content.lexicon, lambda share: bar.update(task, completed=share))


def _pack(index: Index) -> Box:
    vocabulary = pack_vocabulary(index.vocabulary)
    figures = np.array([index.figures.asked, index.figures.first, index.figures.among_three])
    return Box(
        {**vocabulary.arrays, "weights": index.weights, "curve": index.curve, "figures": figures},
        {**vocabulary.words, "labels": index.labels},
    )

"""How danger is heard: the rules of the content, and what was learnt beside them, from disk or now."""

from __future__ import annotations

from bot.app.learnt.shelf import Box, fingerprint, kept, pack_vocabulary, unpack_vocabulary
from bot.authoring.content import Content
from bot.danger import Danger
from bot.screening.hearing import Hearing, learn_hearing

ROOMS = ("bot.screening", "bot.learning", "bot.language")


def hearing_of(content: Content) -> Hearing:
    """Seconds when it is learnt."""

    def unpack(box: Box) -> Hearing:
        return Hearing(
            rules=content.danger,
            lexicon=content.lexicon,
            vocabulary=unpack_vocabulary(box),
            labels=tuple((sign, Danger(level)) for sign, level in box.words["signs"]),
            weights=box.arrays["weights"],
            known={text: (sign, Danger(level)) for text, (sign, level) in box.words["known"].items()},
            curves={Danger(level): box.arrays[f"curve-{level}"] for level in box.words["levels"]},
        )

    ordered = sorted(content.cries, key=repr)
    key = fingerprint([*ordered, content.danger], content.lexicon, ROOMS)
    return kept(
        "hearing", key, lambda: learn_hearing(ordered, content.danger, content.lexicon), _pack, unpack
    )


def _pack(hearing: Hearing) -> Box:
    vocabulary = pack_vocabulary(hearing.vocabulary)
    curves = {f"curve-{level.value}": curve for level, curve in hearing.curves.items()}
    return Box(
        {**vocabulary.arrays, **curves, "weights": hearing.weights},
        {
            **vocabulary.words,
            "signs": [(sign, level.value) for sign, level in hearing.labels],
            "known": {text: (sign, level.value) for text, (sign, level) in hearing.known.items()},
            "levels": [level.value for level in hearing.curves],
        },
    )

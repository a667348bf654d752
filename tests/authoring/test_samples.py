"""The texts from which the models of adverts learn are read, and what is wrong with them is said."""

from __future__ import annotations

from pathlib import Path

from bot.adverts.sample import Sample
from bot.authoring.notes import Notes
from bot.authoring.samples import read_samples
from bot.authoring.yaml_lines import load_yaml


def read(folder: Path, text: str) -> tuple[list[Sample], list[str]]:
    """The samples of one file, and the problems noted."""
    file = folder / "bahaya.yaml"
    file.write_text(text, encoding="utf-8")
    value, problems = load_yaml(file, file.name)
    assert value is not None, problems
    notes = Notes()
    samples = list(read_samples(value, notes))
    return samples, [problem.message for problem in notes.problems]


def test_samples_have_a_kind_and_may_name_flags(tmp_path: Path) -> None:
    """A bare text, or a text with the red flags that people saw in it."""
    written = 'kind: suspicious\nexamples:\n- "besok terbang"\n- {text: "DP dulu", flags: [biaya_dimuka]}\n'

    samples, problems = read(tmp_path, written)

    assert samples == [
        Sample("besok terbang", "suspicious"),
        Sample("DP dulu", "suspicious", ("biaya_dimuka",)),
    ]
    assert problems == []


def test_an_unknown_kind_or_flag_is_a_problem(tmp_path: Path) -> None:
    """A slip in a name is noted, and never learnt."""
    kindless, first = read(tmp_path, 'kind: jahat\nexamples: ["besok terbang"]\n')
    flagless, second = read(tmp_path, 'kind: ok\nexamples:\n- {text: "DP", flags: [biaya]}\n')

    assert kindless == []
    assert flagless == [Sample("DP", "ok")]
    assert ["jahat" in message for message in first] == [True]
    assert ["biaya" in message for message in second] == [True]

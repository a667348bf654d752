"""Names that one place uses of another must be there: words, steps, flows, facts, contacts, entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bot.authoring.checklist_flow import PREFIX
from bot.authoring.draft import Draft
from bot.authoring.notes import Reference
from bot.authoring.patterns import missing
from bot.authoring.problem import Problem, did_you_mean, hints

MADE_WHEN_LOADED = "recruiter.name."  # one for each row of the register
IT_BY_AREA = {"faq": "entry", "emergency": "country", "checklist": "checklist"}
NAMES = {
    "fact": "fakta",
    "contact": "kontak",
    "entry": "jawaban",
}
WAYS_OUT = {
    "fact": "Tulis fakta itu di content/facts, atau hapus dari daftar ini.",
    "contact": "Tulis kontak itu di content/id/contacts.yaml, atau hapus dari sini.",
    "entry": "Buat berkas itu di content/id/faq, atau pakai nama jawaban yang ada.",
}


def check_references(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Every reference noted while reading."""
    there = _there(draft)
    known = {
        "entry": sorted(draft.entries),
        "country": [country.id for country in draft.emergency.countries],
        "checklist": sorted(draft.checklists),
    }
    for reference in dict.fromkeys(draft.notes.references):
        match reference.kind:
            case "words":
                yield from _words(reference, there["words"], known)
            case "node":
                yield from _node(draft, reference)
            case "flow":
                yield from _flow(draft, reference, known)
            case kind:
                yield from _simple(reference, kind, there[kind])


def _there(draft: Draft) -> dict[str, Mapping[str, object]]:
    return {
        "words": draft.words.found,
        "fact": draft.facts,
        "contact": draft.contacts,
        "entry": draft.entries,
    }


def _words(reference: Reference, there: Iterable[str], known: Mapping[str, list[str]]) -> Iterator[Problem]:
    if reference.name.startswith(MADE_WHEN_LOADED):
        return
    area = reference.name.partition(".")[0]
    every = {**known, "it": known[IT_BY_AREA[area]]} if area in IT_BY_AREA else known
    for key in missing(reference.name, there, every)[:1]:
        via = f' (dari "{reference.name}")' if key != reference.name else ""
        home = f'Kalau teks baru, tambahkan "{key.partition(".")[2]}" di content/id/wording/{area}.yaml.'
        message = f'{reference.user} memakai teks "{key}"{via}, yang belum ada.'
        yield Problem.at(reference.place, message, hints(did_you_mean(key, there), home))


def _node(draft: Draft, reference: Reference) -> Iterator[Problem]:
    nodes = draft.flows[reference.flow].flow.nodes if reference.flow in draft.flows else {}
    for name in missing(reference.name, nodes, {}):
        message = f'{reference.user} menuju "{name}", yang bukan langkah di sini.'
        new = f'Kalau ini langkah baru, tambahkan langkah "{name}" di berkas ini.'
        yield Problem.at(reference.place, message, hints(did_you_mean(name, nodes), new))


def _flow(draft: Draft, reference: Reference, known: Mapping[str, list[str]]) -> Iterator[Problem]:
    flow, slash, node = reference.name.partition("/")
    absent = missing(flow, draft.flows, known)
    for name in absent[:1]:
        message = f'{reference.user} menuju percakapan "{name}", yang tidak ada.'
        home = f"flows/{name}.yaml"
        if name.startswith(PREFIX):
            home = f"content/id/checklists/{name.removeprefix(PREFIX)}.yaml"
        new = f"Kalau baru, buat berkas {home}."
        yield Problem.at(reference.place, message, hints(did_you_mean(name, draft.flows), new))
    if absent or not slash or flow not in draft.flows:
        return
    nodes = draft.flows[flow].flow.nodes
    for name in missing(node, nodes, known):
        message = f'{reference.user} menuju langkah "{name}", yang tidak ada di percakapan "{flow}".'
        new = f"Kalau ini langkah baru, tambahkan di {draft.flows[flow].value.source.path}."
        yield Problem.at(reference.place, message, hints(did_you_mean(name, nodes), new))


def _simple(reference: Reference, kind: str, there: Mapping[str, object]) -> Iterator[Problem]:
    if reference.name not in there:
        message = f'{reference.user} memakai {NAMES[kind]} "{reference.name}", yang tidak ada.'
        yield Problem.at(reference.place, message, hints(did_you_mean(reference.name, there), WAYS_OUT[kind]))

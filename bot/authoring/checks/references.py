"""Names that one place uses of another must be there: words, steps, flows, facts, contacts, pages …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bot.authoring import checklist_flow, library_flow, quiz_flow
from bot.authoring.draft import Draft
from bot.authoring.notes import Reference
from bot.authoring.patterns import missing
from bot.authoring.problem import Problem, did_you_mean, hints

MADE_WHEN_LOADED = "recruiter.name."  # one for each row of the register
IT_BY_AREA = {"faq": "entry", "emergency": "country", "checklist": "checklist"}
HOMES = (
    (checklist_flow.PREFIX, "content/id/checklists"),
    (quiz_flow.PREFIX, "content/id/quiz"),
    (library_flow.LISTS, "content/id/library"),
    (library_flow.PAGES, "content/id/library"),
)
"""Where flows that are made of content come from, by how their names begin."""
NAMES = {
    "fact": "fakta",
    "contact": "kontak",
    "entry": "jawaban",
    "page": "halaman",
    "topic": "topik",
    "flag": "tanda bahaya",
}
WAYS_OUT = {
    "fact": "Tulis fakta itu di content/facts, atau hapus dari daftar ini.",
    "contact": "Tulis kontak itu di content/id/directory, atau hapus dari sini.",
    "entry": "Buat berkas itu di content/id/faq, atau pakai nama jawaban yang ada.",
    "page": 'Tulis "rak/halaman", misalnya negara/taiwan; halamannya ada di content/id/library.',
    "topic": "Pakai topik dari salah satu jawaban di content/id/faq, atau hapus baris ini.",
    "flag": "Tulis tanda itu di content/id/red_flags.yaml, atau hapus dari daftar ini.",
}


def check_references(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Every reference noted while reading."""
    there = _there(draft)
    known = {
        "entry": sorted(draft.entries),
        "country": [country.id for country in draft.emergency.countries],
        "checklist": sorted(draft.checklists),
        "group": sorted(draft.outside),
    }
    for reference in dict.fromkeys(draft.notes.references):
        match reference.kind:
            case "words":
                yield from _words(reference, there["words"], known)
            case "node":
                yield from _node(draft, reference)
            case "flow":
                yield from _flow(draft, reference, known)
            case "flag" if draft.adverts.rules is None:
                pass  # no file of red flags, or one that is reported already
            case kind:
                yield from _simple(reference, kind, there[kind])


def _there(draft: Draft) -> dict[str, Mapping[str, object]]:
    return {
        "words": draft.words.found,
        "fact": draft.facts,
        "contact": draft.contacts,
        "entry": draft.entries,
        "page": {page.page.path: page for page in draft.pages()},
        "topic": {written.entry.topic: written for written in draft.entries.values()},
        "flag": draft.adverts.rules.flags if draft.adverts.rules is not None else {},
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
        folders = [(folder, name.removeprefix(prefix)) for prefix, folder in HOMES if name.startswith(prefix)]
        folder, file = folders[0] if folders else ("flows", name)
        home = f"{folder}/{file}.yaml"
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

"""Read `content/jobs.yaml`: kinds of work and the words for them. Start at `read_jobs`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from bot.adverts.tables import ALL, HOUSEHOLD, ForJobs, Job, Need
from bot.authoring.faq import ID, ID_FORM
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.problem import did_you_mean, hints
from bot.authoring.yaml_lines import Value

NEEDS: tuple[Need, ...] = get_args(Need)
KNOWN = ("id", "name", "household", "words", "not_words", "needs", "bait", "facts")


def read_jobs(value: Value, notes: Notes) -> dict[str, Job]:
    """All jobs by id; an id or word used twice is a problem."""
    top = Fields(Value(value.source, value.place, value.end_line, {"jobs": value}), notes, "daftar pekerjaan")
    jobs: dict[str, Job] = {}
    words: dict[str, str] = {}
    for item in top.items(value, "daftar pekerjaan"):
        fields = Fields(item, notes, "pekerjaan")
        job_id = fields.identity("id", ID, ID_FORM)
        fields.what = f'pekerjaan "{job_id}"'
        fields.only(*KNOWN)
        if job_id in jobs:
            fields.problem(item.mapping["id"].place, f"{fields.what} ditulis dua kali.", "Hapus salah satu.")
            continue
        job = Job(
            id=job_id,
            name=fields.text("name", required=True),
            words=read_words(fields, "words", words, job_id),
            not_words=fields.texts("not_words"),
            household=fields.flag("household"),
            needs=read_needs(fields),
            bait=fields.flag("bait"),
            facts=read_fact_ids(fields),
        )
        if job_id:
            jobs[job_id] = job
    return jobs


def read_words(fields: Fields, key: str, taken: dict[str, str], owner: str) -> tuple[str, ...]:
    """Words that people type; at least one, each with one owner, small letters."""
    items = fields.text_values(key)
    if not items:
        fields.problem(
            fields.value.key_place(key), f'{fields.what} belum punya "{key}".', f"Tulis {key}: [kata]."
        )
    for item in items:
        if item.text != item.text.casefold():
            fields.problem(item.place, f'"{item.text}" harus huruf kecil.', f"Tulis {item.text.casefold()}.")
        if item.text in taken:
            message = f'kata "{item.text}" sudah dipakai "{taken[item.text]}".'
            fields.problem(item.place, message, "Satu kata hanya untuk satu; hapus salah satu.")
        taken.setdefault(item.text, owner)
    return tuple(item.text for item in items)


def read_needs(fields: Fields) -> tuple[Need, ...]:
    """What a job demands, in a fixed order."""
    written = {item.text for item in fields.text_values("needs") if fields.known(item, NEEDS, '"needs"')}
    return tuple(need for need in NEEDS if need in written)


def read_job_list(fields: Fields, jobs: Iterable[str]) -> ForJobs:
    """`jobs:` and `except:`, whose ids must be known."""
    known = (ALL, HOUSEHOLD, *jobs)
    items = fields.text_values("jobs")
    if not items:
        hint = "Tulis jobs: [id], [household] atau [all]."
        fields.problem(fields.value.key_place("jobs"), f'{fields.what} belum punya "jobs".', hint)
    excepted = fields.text_values("except")
    for key, listed in (("jobs", items), ("except", excepted)):
        for item in listed:
            known_job(fields, item, known, key)
    return ForJobs(tuple(item.text for item in items), tuple(item.text for item in excepted))


def known_job(fields: Fields, item: Value, known: tuple[str, ...], key: str) -> bool:
    """Note a job that content/jobs.yaml does not have."""
    if item.text in known:
        return True
    from_list = did_you_mean(item.text, known)
    hint = hints(from_list, "Pekerjaan ditulis di content/jobs.yaml.")
    fields.problem(item.place, f'"{item.text}" di "{key}" {fields.what} bukan pekerjaan yang dikenal.', hint)
    return False


def read_fact_ids(fields: Fields) -> tuple[str, ...]:
    """The facts that something rests on; each must exist."""
    items = fields.text_values("facts")
    for item in items:
        fields.notes.uses("fact", item.text, item.place, fields.what)
    return tuple(item.text for item in items)

"""
Read what the adverts room knows: jobs, destinations, wages, and the red flags of `content/id/red_flags.yaml`.

Start at `WrittenAdverts`; files are put into it in the order in which they need each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.adverts.known import Adverts
from bot.adverts.rules import FlagRules, parse_flags
from bot.adverts.tables import Destination, Job, MinimumAge, Tables
from bot.adverts.vocabulary import build_vocabulary
from bot.authoring.destinations import read_destinations
from bot.authoring.jobs import read_jobs
from bot.authoring.lexicon import named_place
from bot.authoring.notes import Notes
from bot.authoring.problem import Problem, did_you_mean, hints
from bot.authoring.wages import WrittenWages, read_wages
from bot.authoring.yaml_lines import Value, plain
from bot.errors import ContentError
from bot.language.lexicon import Lexicon


@dataclass(slots=True)
class WrittenAdverts:
    """The four files while they are read; the lexicon must have been read before the last."""

    jobs: dict[str, Job] = field(default_factory=dict)
    destinations: dict[str, Destination] = field(default_factory=dict)
    everywhere: tuple[MinimumAge, ...] = ()
    wages: WrittenWages = field(default_factory=lambda: WrittenWages({}, (), ()))
    rules: FlagRules | None = None
    value: Value | None = None

    def put_jobs(self, value: Value, notes: Notes) -> None:
        self.jobs = read_jobs(value, notes)

    def put_destinations(self, value: Value, notes: Notes) -> None:
        self.destinations, self.everywhere = read_destinations(value, self.jobs, notes)

    def put_wages(self, value: Value, notes: Notes) -> None:
        self.wages = read_wages(value, self.jobs, self.destinations.values(), notes)
        known = self.wages.currencies
        for country in self.destinations.values():
            for code in country.currencies:
                if code not in known:
                    hint = hints(did_you_mean(code, known), f'Dipakai negara "{country.id}".')
                    place = value.key_place("currencies")
                    notes.problems.append(Problem.at(place, f'mata uang "{code}" belum ada di sini.', hint))

    def put_flags(self, value: Value, lexicon: Lexicon, notes: Notes) -> None:
        self.value = value
        try:
            self.rules = parse_flags(plain(value) if value.mapping else {}, lexicon)
        except ContentError as error:
            message = f"tanda bahaya iklan tidak bisa dipakai: {error}"
            notes.problems.append(Problem.at(named_place(value, error), message))

    def frozen(self, lexicon: Lexicon) -> Adverts:
        """Everything, ready to read adverts with."""
        tables = Tables(
            jobs=self.jobs,
            destinations=self.destinations,
            currencies=self.wages.currencies,
            wages=self.wages.wages,
            ceilings=self.wages.ceilings,
            everywhere=self.everywhere,
        )
        return Adverts(build_vocabulary(tables, lexicon), self.rules)

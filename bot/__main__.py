"""
The command line. Each command says one clear line when it cannot, and ends with an exit code.

Commands only read their words; the work is in `bot.app`. Start at `langkah-aman --help`.
"""

from __future__ import annotations

from bot.commands import content, registry, serving, staff
from bot.commands.one_line import commands

app = commands("Langkah Aman: bot, meja hotline, dan semua yang perlu disiapkan.")
for command in (
    serving.run,
    serving.demo,
    serving.init,
    serving.recover,
    serving.doctor,
    content.check,
    content.play,
    content.ask,
    content.advert,
    content.recruiter,
):
    app.command()(command)
app.add_typer(staff.app, name="staff")
app.add_typer(registry.app, name="registry")


def main() -> None:
    """The `langkah-aman` command."""
    app()


if __name__ == "__main__":
    main()

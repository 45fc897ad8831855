"""The command line: the same functions as the pages, as one list of commands."""

import click

from commands.blocs import bloc, blocs
from commands.compare import compare
from commands.days import days
from commands.exports import export
from commands.figures import import_
from commands.output import Group, t
from commands.scores import score
from commands.server import demo, serve
from commands.tables import check, tables
from commands.units import units

COMMANDS = (serve, demo, tables, units, check, days, import_, score, compare, bloc, blocs, export)


@click.group(cls=Group, help=t("thước: self-scoring of administrative reform."))
@click.version_option(package_name="thuoc")
def main() -> None:
    """All commands stand in ``commands/``."""


for command in COMMANDS:
    main.add_command(command)

if __name__ == "__main__":
    main()

"""Figures in: a month's workbook."""

import sys
from pathlib import Path

import click

from commands.options import asked, common, which
from commands.output import REFUSED, print_json, refusing, t, tell


@click.command("import", help=t("Read a month's workbook, check it, and store it when nothing is wrong."))
@click.argument("file", type=click.Path(path_type=Path))
@which
@click.option("--dry-run", is_flag=True, help=t("Check only; store nothing."))
@click.option("--partial", is_flag=True, help=t("Store the good rows although others are wrong."))
@click.option("--supersede-corrections", is_flag=True, help=t("Take back figures corrected on screen."))
@click.option(
    "--by", default="", metavar="NAME", help=t("Who submits: full name and section; stands beside every figure.")
)
@click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))
@common
def import_(
    file: Path, table: str, unit: str, month: str, by: str, as_json: bool, supersede_corrections: bool, **how: bool
) -> None:
    from data.accounts.person import named
    from data.imports.from_file import import_file, read_file
    from data.imports.report import refused
    from data.store.process import current_store

    how["supersede"] = supersede_corrections
    with refusing(as_json, lambda problems: refused(unit, month, problems)):
        content = read_file(file)
        done = import_file(current_store(), named(by), asked(table, unit, month), file.name, content, **how)
    if as_json:
        print_json(done.as_json)
    else:
        tell(done.problems, file.name)
        said = t("Stored.") if done.stored else t("Nothing was stored.")
        click.echo(t("{count} figures can be stored. {said}", count=len(done.seen.good), said=said))
    sys.exit(0 if done.accepted else REFUSED)

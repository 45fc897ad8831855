"""Criteria tables: which there are, and whether their files hold."""

import sys
from pathlib import Path

import click

from commands.options import common
from commands.output import show, t, tell


@click.command(help=t("List the criteria tables."))
@click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))
@common
def tables(as_json: bool) -> None:
    from data.store.process import current_store

    criteria = current_store().criteria
    found = [
        {"id": table.id, "title": table.title, "edition": table.edition, "kind": table.kind.value}
        for table in criteria.tables.values()
    ]
    show(found, as_json, ("id", "kind", "edition", "title"))
    for file in criteria.files:
        tell(file.problems, file.path.name)


@click.command(help=t("Check criteria files: all problems at line and key; exit 1 when there are errors."))
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@common
def check(paths: tuple[Path, ...]) -> None:
    from data.criteria.folder import check_paths

    files = check_paths(paths).files
    for file in files:
        tell(file.problems, file.path.name)
        if file.table is not None:
            click.echo(t("{file}: read, {leaves} leaves.", file=file.path.name, leaves=len(file.table.leaves)))
    if any(problem.severity == "error" for file in files for problem in file.problems):
        sys.exit(1)

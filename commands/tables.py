"""Criteria tables: which there are, and whether their files hold."""

import sys
from pathlib import Path

import click

from commands.options import common
from commands.output import show, t, tell


@click.command(help=t("List the criteria tables; write one as an Excel workbook, or adopt one that was filled in."))
@click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))
@click.option("--workbook", metavar="ID", help=t("Write the table with this code as a workbook (with --out)."))
@click.option("--blank", is_flag=True, help=t("Write a blank workbook for a new table (with --out)."))
@click.option("--out", type=click.Path(path_type=Path), help=t("File or folder to write to."))
@click.option(
    "--adopt",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=t("Check this workbook, and store its table beside the database."),
)
@common
def tables(as_json: bool, workbook: str | None, blank: bool, out: Path | None, adopt: Path | None) -> None:
    if sum((workbook is not None, blank, adopt is not None)) > 1:
        raise click.UsageError(t("Give one of --workbook, --blank and --adopt."))
    if (workbook is not None or blank) is not (out is not None):
        raise click.UsageError(t("--out goes with --workbook or --blank."))
    if out is not None:
        write_workbook(workbook, out)
    elif adopt is not None:
        adopt_file(adopt)
    else:
        list_tables(as_json)


def list_tables(as_json: bool) -> None:
    from data.store.process import current_store

    criteria = current_store().criteria
    found = [
        {"id": table.id, "title": table.title, "edition": table.edition, "kind": table.kind.value}
        for table in criteria.tables.values()
    ]
    show(found, as_json, ("id", "kind", "edition", "title"))
    for file in criteria.files:
        tell(file.problems, file.path.name)


def write_workbook(table: str | None, out: Path) -> None:
    """The workbook of a table that is loaded, or a blank one. The store is not opened: the web app may hold it."""
    from data.criteria.workbook.handing_out import blank_workbook, table_workbook
    from data.store.process import criteria_in_use

    made = blank_workbook() if table is None else table_workbook(criteria_in_use(), table)
    path = out / made.name if out.is_dir() else out
    try:
        path.write_bytes(made.content)
    except OSError as wrong:
        raise click.FileError(str(path), hint=str(wrong.strerror)) from None
    click.echo(t("Written: {path}", path=str(path)))


def adopt_file(file: Path) -> None:
    """Exit 1 with all problems when the table cannot be adopted; nothing is stored then."""
    from data.accounts.person import LOCAL
    from data.criteria.adopting import TableNotAdopted, adopt, propose
    from data.store.opening import ADOPTED
    from data.store.process import criteria_in_use, store_folder

    proposal = propose(criteria_in_use(), file.name, file.read_bytes())
    try:
        done = adopt(LOCAL, store_folder() / ADOPTED, proposal)
    except TableNotAdopted as refused:
        tell(refused.problems, file.name)
        click.echo(t("Nothing was stored."))
        sys.exit(1)
    tell(proposal.file.problems, file.name)
    said = {"id": done.table.id, "file": str(done.path), "leaves": len(done.table.leaves)}
    if done.again:
        click.echo(t("{file} holds the table {id} already, word for word; nothing was written.", **said))
        return
    click.echo(t("{id}: {leaves} leaves, stored in {file}.", **said))
    click.echo(t("A web app that is running shows it once it is started again."))


@click.command(
    help=t(
        "Check criteria files (YAML or Excel): all problems at line and key, or at sheet and cell; exit 1 on errors."
    )
)
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

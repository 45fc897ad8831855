"""The command line: the same functions as the pages. Numbers in JSON are decimal texts, never floats."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from data.language import pick, render, translator
from data.problems import UserError, problem_object
from scoring.messages import Problem
from scoring.period import Month
from scoring.table import Table

LANG = pick(os.environ.get("THUOC_LANG"))
t = translator(LANG)
REFUSED = 2


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--store`` and ``--criteria`` on every command; they stand in the environment for whatever runs below."""

    def remember(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
        def keep(_context: click.Context, _parameter: click.Parameter, value: Any) -> None:
            if value:
                os.environ[name] = os.pathsep.join(value) if isinstance(value, tuple) else value

        return keep

    command = click.option(
        "--store", callback=remember("THUOC_STORE"), expose_value=False, help=t("Folder of the store.")
    )(command)
    return click.option(
        "--criteria",
        multiple=True,
        callback=remember("THUOC_CRITERIA"),
        expose_value=False,
        help=t("Folder with more criteria tables (may be given several times)."),
    )(command)


def which(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--table --unit --month`` of the commands that work on one unit's month."""
    for name, said in (
        ("--month", t("Month, such as 2022-06.")),
        ("--unit", t("Code of the unit (see: thuoc units).")),
        ("--table", t("Code of the criteria table (see: thuoc tables).")),
    ):
        command = click.option(name, required=True, help=said)(command)
    return command


class Group(click.Group):
    """Shows a user's errors without a traceback. A bug keeps its traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as refused:
            tell(refused.problems)
            sys.exit(REFUSED)


@click.group(cls=Group, help=t("thước: self-scoring of administrative reform."))
@click.version_option(package_name="thuoc")
def main() -> None:
    """All commands stand below."""


@main.command(help=t("Start the web app on this computer."))
@click.option("--demo", is_flag=True, help=t("Use the demo store (made if it is not there)."))
@click.option("--province", is_flag=True, help=t("Use the demo province of 20 departments (made if it is not there)."))
@click.option("--host", default="127.0.0.1", show_default=True, help=t("Address to listen on."))
@click.option("--port", default=8501, show_default=True, help=t("Port to listen on."))
@common
def serve(demo: bool, province: bool, host: str, port: int) -> None:
    if demo or province:
        demo_store(province=province)
    from data.evidence.sweep import sweep
    from data.store.process import current_store

    found = sweep(current_store())  # a store that cannot be opened is told here, before the pages are loaded
    if not found.clean:
        said = t(
            "Kept files that no row names: {rows}. Rows whose file is gone: {files}. Unfinished files: {parts}.",
            rows=len(found.without_row), files=len(found.without_content), parts=len(found.unfinished),
        )  # fmt: skip
        click.echo(said, err=True)
    from app import app
    from pages.routes.serve import serve as serve_pages

    click.echo(t("Open http://{host}:{port} in the browser. Stop with Ctrl+C.", host=host, port=str(port)))
    serve_pages(app, host, port)


@main.command(help=t("Make the demo store: invented figures, marked as such everywhere."))
@click.option("--province", is_flag=True, help=t("A province of 20 departments in place of one department."))
@common
def demo(province: bool) -> None:
    click.echo(t("The demo store is in {folder}.", folder=str(demo_store(province=province))))


@main.command(help=t("List the criteria tables."))
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


@main.command(help=t("List the units and the months that have figures."))
@click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))
@click.option("--add", metavar="ID", help=t("Add a unit with this code (a-z, 0-9, hyphens)."))
@click.option("--name", default="", help=t("Full name of the unit to add."))
@common
def units(as_json: bool, add: str | None, name: str) -> None:
    from data.accounts.person import LOCAL
    from data.figures.reading import months_with_figures
    from data.store.process import current_store
    from data.units.known import add_unit
    from data.units.known import units as known

    store = current_store()
    if add:
        add_unit(store, LOCAL, add, name)
    found = [
        {"id": unit.id, "name": unit.name, "months": [str(m) for m in months_with_figures(store, LOCAL, unit.id)]}
        for unit in known(store, LOCAL)
    ]
    show(found, as_json, ("id", "name", "months"))


@main.command(help=t("Check criteria files: all problems at line and key; exit 1 when there are errors."))
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


@main.command("import", help=t("Read a month's workbook, check it, and store it when nothing is wrong."))
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


@main.command(help=t("Score a unit as of a month."))
@which
@click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))
@common
def score(table: str, unit: str, month: str, as_json: bool) -> None:
    from data.accounts.person import LOCAL
    from data.exports.assessment import marks_of
    from data.exports.json_score import score_object
    from data.scores.unit import score_unit
    from data.store.process import current_store
    from scoring.explanation import explain_total

    chosen = {"table": table, "unit": unit, "month": month}
    with refusing(as_json, lambda problems: {**chosen, "problems": [problem_object(one) for one in problems]}):
        store = current_store()
        scored = score_unit(store, LOCAL, *asked(table, unit, month))
    found = score_object(store, LOCAL, scored)
    if as_json:
        print_json(found)
        return
    for line in found["lines"]:
        points = "–" if line.get("points") is None else line["points"]
        click.echo(f"{line['id']:<12} {points:>8} / {line['max']:<6} {line[f'explanation_{LANG}']}")
    click.echo(render(explain_total(scored.score.total, scored.table), LANG))
    for mark in marks_of(scored.table, LANG, demo=scored.demo):
        click.echo(mark)


@main.command(help=t("Write the self-assessment table with its evidence list."))
@which
@click.option("--format", "kind", default="xlsx", help=t("Kind of file."))
@click.option("--out", required=True, type=click.Path(path_type=Path), help=t("File or folder to write to."))
@common
def export(table: str, unit: str, month: str, kind: str, out: Path) -> None:
    from data.accounts.person import LOCAL
    from data.exports import export as make
    from data.store.process import current_store

    made = make(current_store(), LOCAL, *asked(table, unit, month), kind, LANG)
    path = out / made.name if out.is_dir() else out
    try:
        path.write_bytes(made.content)
    except OSError as wrong:
        raise click.FileError(str(path), hint=str(wrong.strerror)) from None
    click.echo(t("Written: {path}", path=str(path)))


def demo_store(*, province: bool = False) -> Path:
    """Make the demo store where ``--store`` points, else in ``var``; one that is there already is kept."""
    from data.demo.building import build_demo
    from data.demo.province import build_province
    from data.store.process import DEMO_FOLDER, PROVINCE_FOLDER, current_store

    os.environ.setdefault("THUOC_STORE", str(PROVINCE_FOLDER if province else DEMO_FOLDER))
    store = current_store()
    (build_province if province else build_demo)(store)
    return store.folder


def asked(table: str, unit: str, month: str) -> tuple[Table, str, Month]:
    """The table, the unit and the month that were named; an error for users when they are not there or do not meet."""
    from data.accounts.person import LOCAL
    from data.store.process import current_store
    from data.units.known import find_month, find_table, find_unit, require_scope

    store, at = current_store(), find_month(month)
    found, known = find_table(store, table), find_unit(store, LOCAL, unit)
    require_scope(found, known.id, at)
    return found, known.id, at


@contextmanager
def refusing(as_json: bool, object_of: Callable[[tuple[Problem, ...]], object]) -> Iterator[None]:
    """With ``--json`` a refusal is the command's one object too; the exit code is the same."""
    try:
        yield
    except UserError as error:
        if not as_json:
            raise
        print_json(object_of(error.problems))
        sys.exit(REFUSED)


def print_json(found: object) -> None:
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


def show(found: list[dict[str, Any]], as_json: bool, columns: tuple[str, ...]) -> None:
    """A list as JSON, or as lines with tabs between."""
    if as_json:
        print_json(found)
        return
    for entry in found:
        click.echo("\t".join(", ".join(v) if isinstance(v := entry[c], list) else str(v) for c in columns))


def tell(problems: Iterable[Problem], file: str = "") -> None:
    """Each problem on the error stream: place, code, what, cure."""
    for one in problems:
        place = " ".join(part for part in (file, one.place) if part)
        said = f"{one.code}: {render(one.message, LANG)} {render(one.remedy, LANG)}"
        click.echo(f"{place}: {said}" if place else said, err=True)


if __name__ == "__main__":
    main()

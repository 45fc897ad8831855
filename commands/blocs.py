"""Blocs: which there are, and the units of one side by side."""

from typing import TYPE_CHECKING

import click

from commands.options import common
from commands.output import LANG, print_json, refusing, t
from data.problems import problem_object

if TYPE_CHECKING:
    from data.scores.bloc import BlocLine, BlocScore


@click.command(help=t("List the blocs, their units, and which of them this store knows."))
@click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))
@click.option("--add", metavar="ID", help=t("Make the units of this bloc known to the store."))
@common
def blocs(as_json: bool, add: str | None) -> None:
    from data.accounts.person import LOCAL
    from data.exports.bloc_words import bloc_title, member_name
    from data.exports.json_bloc import bloc_list
    from data.store.process import current_store
    from data.units.blocs import add_bloc, find_bloc
    from data.units.blocs import blocs as found
    from data.units.known import units

    store = current_store()
    if add:
        new = add_bloc(store, LOCAL, find_bloc(store, LOCAL, add))
        click.echo(t("{count} units were added; figures can come in for them now.", count=new), err=True)
    known = {unit.id: unit for unit in units(store, LOCAL)}
    if as_json:
        print_json(bloc_list(found(store, LOCAL), known))
        return
    for bloc in found(store, LOCAL):
        there = sum(member.id in known for member in bloc.members)
        size = t("{known} of {all} units in this store", known=there, all=len(bloc.members))
        click.echo(f"{bloc.id}\t{bloc_title(bloc, LANG)}\t{size}")
        for member in bloc.members:
            marks = [t("our reading")] if member.derived else []
            marks += [] if member.id in known else [t("not in this store")]
            click.echo("  " + "\t".join([member.id, member_name(known, member, LANG), *marks]))


@click.command(help=t("Score the units of a bloc side by side as of a month, ranked by the exact index."))
@click.option("--table", required=True, help=t("Code of the criteria table (see: thuoc tables)."))
@click.option("--bloc", required=True, help=t("Code of the bloc (see: thuoc blocs)."))
@click.option("--month", required=True, help=t("Month, such as 2022-06."))
@click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))
@common
def bloc(table: str, bloc: str, month: str, as_json: bool) -> None:
    from data.accounts.person import LOCAL
    from data.exports.json_bloc import bloc_object
    from data.scores.bloc import score_bloc
    from data.store.process import current_store
    from data.units.blocs import find_bloc
    from data.units.known import find_month, find_table

    chosen = {"table": table, "bloc": bloc, "month": month}
    with refusing(as_json, lambda problems: {**chosen, "problems": [problem_object(one) for one in problems]}):
        store, at = current_store(), find_month(month)
        scored = score_bloc(store, LOCAL, find_table(store, table), find_bloc(store, LOCAL, bloc), at)
    if as_json:
        print_json(bloc_object(scored))
    else:
        _tell(scored)


def _tell(scored: "BlocScore") -> None:
    """The order as lines with their columns under each other, then what must be said of it."""
    from data.exports.assessment import marks_of

    rows = [_row(line) for line in scored.lines]
    heads = [t("Rank"), t("Unit"), t("Index"), t("Points"), t("Sure – still possible"), t("Ranks still possible")]
    heads.append(t("Missing figures"))
    widths = [max(len(row[at]) for row in [heads, *rows]) for at in range(len(heads))]
    for row in [heads, *rows]:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    click.echo(t("The index is of the part that has figures; sure and possible are of the whole table."))
    if scored.provisional:
        click.echo(t("PROVISIONAL ORDER – figures are missing"))
    for mark in marks_of(scored.table, LANG, demo=scored.demo):
        click.echo(mark)


def _row(line: "BlocLine") -> list[str]:
    from data.exports.bloc_words import index_words, member_name, missing_words, ranks_words, reach_words
    from data.language import format_number

    total, tie = line.scored.score.total, "=" if line.tied else ""
    points = f"{format_number(total.points, LANG)} / {format_number(total.applicable_max, LANG)}"
    return [
        "–" if line.rank is None else f"{tie}{line.rank}",
        member_name({}, line.member, LANG),
        index_words(line, LANG),
        "–" if line.index is None else points,
        reach_words(line, LANG),
        ranks_words(line),
        missing_words(line, LANG),
    ]

"""Two tables compared, alone or on the figures of one unit's month."""

import click

from commands.options import common
from commands.output import LANG, print_json, refusing, t, tell
from data.problems import problem_object


@click.command(help=t("Compare two criteria tables, and what the differences cost or earn on a unit's figures."))
@click.option("--table", required=True, help=t("Code of the criteria table (see: thuoc tables)."))
@click.option("--with", "other", required=True, help=t("Code of the other table, or a YAML file that is not loaded."))
@click.option("--unit", help=t("Code of the unit (see: thuoc units)."))
@click.option("--month", help=t("Month, such as 2022-06."))
@click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))
@common
def compare(table: str, other: str, unit: str | None, month: str | None, as_json: bool) -> None:
    from data.accounts.person import LOCAL
    from data.criteria.given import given_table
    from data.exports.compare_text import compare_lines
    from data.exports.json_compare import compare_object
    from data.scores.compare import compare_unit
    from data.store.process import current_store
    from data.units.known import find_month, find_table, find_unit
    from scoring.compare import compare as compare_tables

    if (unit is None) is not (month is None):
        raise click.UsageError(t("Give --unit and --month together, or neither."))
    chosen = {"table": table, "with": other, "unit": unit, "month": month}
    with refusing(
        as_json, lambda problems: {**chosen, "problems": [{**problem_object(p), "place": p.place} for p in problems]}
    ):
        store, found = current_store(), None
        before, given = find_table(store, table), given_table(store, other)
        if unit is not None and month is not None:
            at, known = find_month(month), find_unit(store, LOCAL, unit)
            found = compare_unit(store, LOCAL, before, given.table, known.id, at)
    tell(given.warnings)
    comparison = found.effects.comparison if found is not None else compare_tables(before, given.table)
    if as_json:
        print_json(compare_object(comparison, found))
        return
    for line in compare_lines(comparison, found, LANG):
        click.echo(line)

"""Scores: one unit as of one month, on screen or as JSON."""

import click

from commands.options import asked, common, which
from commands.output import LANG, print_json, refusing, t
from data.language import render
from data.problems import problem_object


@click.command(help=t("Score a unit as of a month."))
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

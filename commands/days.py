"""Working days of Viet Nam: how many lie between two days, and which day so many of them lead to."""

from datetime import date, datetime

import click

from commands.options import common
from commands.output import print_json, t

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@click.command(help=t("Count working days between two days, or find the day so many working days away."))
@click.argument("day", type=DAY)
@click.option("--plus", type=int, help=t("So many working days after the day; before it, when negative."))
@click.option("--until", type=DAY, help=t("Count the working days from the day to this one."))
@click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))
@common
def days(day: datetime, plus: int | None, until: datetime | None, as_json: bool) -> None:
    from data.criteria.working_days import calendar_around
    from data.language import format_date

    if (plus is None) == (until is None):
        raise click.UsageError(t("Give one of --plus and --until."))
    start = day.date()
    calendar = calendar_around(start)
    first, last = date.fromordinal(calendar.first), date.fromordinal(calendar.last)
    if until is not None:
        end, count = until.date(), calendar.between(start.toordinal(), until.date().toordinal())
    else:
        found, count = calendar.day_at(start.toordinal(), plus or 0), plus
        end = date.fromordinal(found) if found is not None else last
        count = None if found is None else count
    if count is None:
        outside = t("That lies outside the calendar from {first} to {last}.", first=first, last=last)
        raise click.UsageError(outside)
    official = calendar.sure(start.toordinal()) and calendar.sure(end.toordinal())
    if not official:
        click.echo(t("The official days off are not known for all of these days: the Labour Code alone."), err=True)
    if as_json:
        print_json(
            {"from": str(start), "to": str(end), "working_days": str(count), "official": official},
        )
        return
    values = {"count": str(count), "start": format_date(start), "end": format_date(end)}
    click.echo(t("From {start} to {end}: {count} working days.", **values))

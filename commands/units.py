"""Units, and the months that have figures."""

import click

from commands.options import common
from commands.output import show, t


@click.command(help=t("List the units and the months that have figures."))
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

"""Options that several commands have, and what they name."""

import os
from collections.abc import Callable
from typing import Any

import click

from commands.output import t
from scoring.period import Month
from scoring.table import Table


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


def asked(table: str, unit: str, month: str) -> tuple[Table, str, Month]:
    """The table, the unit and the month that were named; an error for users when they are not there or do not meet."""
    from data.accounts.person import LOCAL
    from data.store.process import current_store
    from data.units.known import find_month, find_table, find_unit, require_scope

    store, at = current_store(), find_month(month)
    found, known = find_table(store, table), find_unit(store, LOCAL, unit)
    require_scope(found, known.id, at)
    return found, known.id, at

"""The lint of registers, and of what indicators form from their rows."""

import unicodedata
from collections.abc import Iterator, Mapping

from scoring.expression import days_late_of
from scoring.indicator import Indicator, Measure
from scoring.lint_damage import Damage
from scoring.messages import Message, Problem, _
from scoring.register import ColumnType, FromRows, Register, RegisterColumn
from scoring.table import Table


def row_problems(table: Table, damage: Damage) -> Iterator[Problem]:
    """What is wrong with each register of ``table``, and with each indicator that is formed from one."""
    for register in table.registers.values():
        yield from _register(register, table, damage)
    for indicator in table.indicators.values():
        if indicator.rows is not None and not damage.lost(f"indicators.{indicator.code}"):
            yield from _indicator(indicator, indicator.rows, table, damage)


def _register(register: Register, table: Table, damage: Damage) -> Iterator[Problem]:
    place = f"registers.{register.code}"
    if damage.lost(place):
        return
    columns, values = f"{place}.columns", {"register": register.code}
    if not any(one.type is ColumnType.TEXT for one in register.keys) and not damage.hits(columns):
        yield Problem(
            "C176",
            Message(_("No text column of the register {register} names its rows."), values),
            Message(
                _("Write key: yes at the column that tells one row from another, such as the number of the report.")
            ),
            columns,
        )
    reading = [f"indicators.{code}.{key}" for code in table.indicators for key in ("rows", "of")]
    read = any(one.rows is not None and one.rows.register == register.code for one in table.indicators.values())
    if not read and not any(damage.lost(path) for path in ("indicators", *reading)):
        yield Problem(
            "C177",
            Message(_("No indicator is formed from the register {register}."), values),
            Message(_("Write rows: {register} at an indicator, or remove the register."), values),
            place,
        )
    yield from _headings_twice(register, columns, damage)


def _headings_twice(register: Register, place: str, damage: Damage) -> Iterator[Problem]:
    known: dict[str, RegisterColumn] = {}
    for column in register.columns.values():
        here = f"{place}.{column.code}"
        for heading in (column.title, *column.headings):
            other = known.setdefault(_plain(heading), column)
            if other is not column and not damage.hits(
                *(f"{one}.{key}" for one in (here, f"{place}.{other.code}") for key in ("title", "headings"))
            ):
                yield Problem(
                    "C178",
                    Message(
                        _("The columns {one} and {other} have the same heading: {heading}."),
                        {"one": other.code, "other": column.code, "heading": heading},
                    ),
                    Message(_("Let each heading be that of one column; accents and capitals do not tell two apart.")),
                    here,
                )


def _plain(text: str) -> str:
    """As headings of a sheet are compared: no accents, capitals or surplus spaces."""
    bare = unicodedata.normalize("NFD", " ".join(text.casefold().replace("đ", "d").split()))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _indicator(indicator: Indicator, formed: FromRows, table: Table, damage: Damage) -> Iterator[Problem]:
    place = f"indicators.{indicator.code}"
    values: dict[str, object] = {"code": indicator.code, "register": formed.register}
    if indicator.measure not in (Measure.COUNT, Measure.NUMBER) and not damage.hits(f"{place}.measure"):
        yield Problem(
            "C179",
            Message(_("{code} is formed from rows, so it is a count or a number."), values),
            Message(_("Write measure: count, or measure: number.")),
            f"{place}.measure",
        )
    if damage.lost(f"{place}.rows") or damage.lost(f"registers.{formed.register}"):
        return
    register = table.registers.get(formed.register)
    if register is None:
        yield Problem(
            "C170",
            Message(_("{code} is formed from the register {register}, which is not declared."), values),
            Message(_("Declare it under registers:, or correct the code.")),
            f"{place}.rows",
        )
        return
    if not damage.lost(f"{place}.of"):
        yield from _expression(indicator, formed, register, f"{place}.of", damage)
    if formed.where and not damage.lost(f"{place}.where"):
        wanted = {formed.where: (ColumnType.YES_NO,)}
        yield from _columns(
            indicator, register, wanted, "C175", _("{column} does not say yes or no."), f"{place}.where", damage
        )


def _expression(
    indicator: Indicator, formed: FromRows, register: Register, place: str, damage: Damage
) -> Iterator[Problem]:
    numbers = (ColumnType.COUNT, ColumnType.NUMBER, ColumnType.YES_NO)
    plain = {name: numbers for name in formed.of.names if days_late_of(name) is None}
    days = {column: (ColumnType.DATE,) for name in formed.of.names for column in days_late_of(name) or ()}
    yield from _columns(indicator, register, plain, "C172", _("{column} is no number."), place, damage)
    yield from _columns(indicator, register, days, "C174", _("{column} is no day."), place, damage)
    types = [f"registers.{register.code}.columns.{name}.type" for name in plain]
    broken = not formed.of.whole or any(
        name in register.columns and register.columns[name].type is ColumnType.NUMBER for name in plain
    )
    if indicator.measure is Measure.COUNT and broken:
        measure = place.removesuffix("of") + "measure"
        if not damage.hits(measure, *types):
            yield Problem(
                "C180",
                Message(_("{code} is a count, but its rows need not come to whole numbers."), {"code": indicator.code}),
                Message(_("Write measure: number, or add up whole numbers only.")),
                measure,
            )


def _columns(
    indicator: Indicator,
    register: Register,
    wanted: Mapping[str, tuple[ColumnType, ...]],
    code: str,
    what: str,
    place: str,
    damage: Damage,
) -> Iterator[Problem]:
    """Columns that are not declared, and those of a type that cannot be read so."""
    for name, types in wanted.items():
        here = f"registers.{register.code}.columns"
        values: dict[str, object] = {"code": indicator.code, "column": name, "register": register.code}
        column = register.columns.get(name)
        if column is None and not damage.lost(f"{here}.{name}"):
            yield Problem(
                "C171",
                Message(_("{code} reads the column {column}, which the register {register} does not have."), values),
                Message(_("Declare it under columns:, or correct the code.")),
                place,
            )
        elif column is not None and column.type not in types and not damage.hits(f"{here}.{name}.type"):
            day = column.type is ColumnType.DATE
            yield Problem(
                "C173" if day else code,
                Message(_("{column} is a day, read as a number.") if day else what, values),
                Message(CURES[types]),
                place,
            )


CURES = {
    (ColumnType.COUNT, ColumnType.NUMBER, ColumnType.YES_NO): _(
        "Read a column of type count, number or yes_no; two days are read by days_late(DAY, DEADLINE)."
    ),
    (ColumnType.DATE,): _("Name two columns of type date: days_late(DAY, DEADLINE)."),
    (ColumnType.YES_NO,): _("Name a column of type yes_no under where:."),
}

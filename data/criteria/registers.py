"""From the keys of a criteria file to registers, and to what indicators form from their rows."""

from collections.abc import Mapping

from data.criteria.rules import Refusals, RuleRefused
from data.criteria.schema import IndicatorKeys, TableKeys
from scoring.register import FromRows, Register, RegisterColumn


def registers(keys: TableKeys) -> Mapping[str, Register]:
    """All registers of the table, by code."""
    return {
        code: Register(
            code,
            one.title,
            {
                name: RegisterColumn(
                    name, column.title, column.type, column.title_en, _headings(column.headings), column.key,
                    column.required,
                )
                for name, column in one.columns.items()
            },
            one.title_en,
        )
        for code, one in keys.registers.items()
    }  # fmt: skip


def _headings(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def formed_from_rows(code: str, keys: IndicatorKeys, found: Refusals) -> FromRows | None:
    """What the indicator forms from rows; ``None`` where it is typed like any other, or does not say enough."""
    at = ("indicators", code)
    if keys.rows is None:
        for key, said in (("of", keys.of is not None), ("where", keys.where is not None)):
            if said:
                found.refuse(RuleRefused((*at, key), "only_of_rows"), (*at, "rows"))
                found.lose((*at, "rows"))
        return None
    if keys.of is None:
        found.refuse(RuleRefused((*at, "rows"), "rows_without_of"), (*at, "of"))
        found.lose((*at, "of"))
        return None
    return FromRows(keys.rows, keys.of, keys.where or "", working=keys.days == "working")

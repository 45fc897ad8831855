"""Registers (sổ theo dõi): lists with one row a report, dossier or initiative, declared as data by a criteria table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scoring.expression import Expression
from scoring.messages import Title


class ColumnType(StrEnum):
    """What stands in the cells of one column of a register."""

    TEXT = "text"
    COUNT = "count"  # a whole number >= 0
    NUMBER = "number"  # any decimal number
    YES_NO = "yes_no"  # 1 yes, 0 no
    DATE = "date"  # a day, as its ordinal


@dataclass(frozen=True)
class RegisterColumn:
    """One column. ``headings`` are other wordings of its heading; ``key``: it names the row, no two rows alike.

    ``required``: no row may leave it blank, whether or not an expression reads it.
    """

    code: str
    title: str
    type: ColumnType
    title_en: str = ""
    headings: tuple[str, ...] = ()
    key: bool = False
    required: bool = False

    @property
    def name(self) -> Title:
        """The heading in both languages, for a sentence."""
        return Title(self.title, self.title_en)


@dataclass(frozen=True)
class Register:
    """One register: its columns by code, in the order of the sheet."""

    code: str
    title: str
    columns: Mapping[str, RegisterColumn]
    title_en: str = ""

    @property
    def name(self) -> Title:
        """The title in both languages, for a sentence."""
        return Title(self.title, self.title_en)

    @property
    def keys(self) -> tuple[RegisterColumn, ...]:
        """The columns that name a row together."""
        return tuple(column for column in self.columns.values() if column.key)


@dataclass(frozen=True)
class FromRows:
    """How an indicator's month is formed: ``of`` for each row of the register, added up.

    ``where`` is the yes/no column that says whether a row counts (empty: all do). ``working``: days late are working
    days.
    """

    register: str
    of: Expression
    where: str = ""
    working: bool = False

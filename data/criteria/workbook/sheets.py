"""Which sheets the workbook has, in their order, and what stands on each. The columns come from the schema."""

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from data.criteria import schema
from data.criteria.workbook.columns import Column, KeyPath, Value, columns_of, levels, parameters
from data.criteria.workbook.words import ordered

LEVEL = Column(("@level",), Value.NUMBER)
CODE = Column(("@code",), Value.CODE)
REGISTER = Column(("@register",), Value.CODE)
COLUMN = Column(("@column",), Value.CODE)
ITEM = Column(("@item",), Value.ID)
FORMULA = Column(("@formula",), Value.NUMBER)
NAME = Column(("@name",), Value.TEXT)  # shown by a formula, never read
KIND = Column(("@kind",), Value.TEXT)
SHOWN = (NAME, KIND)
NUMBERED = ("formulas", "parts")  # a criterion may have several rules: each is named by its number
GUIDE, CHOICES = "Hướng dẫn", "Danh mục"  # for people: nothing is read there


@dataclass(frozen=True)
class Sheet:
    """One sheet. ``refs`` say where a row stands or what it belongs to; ``columns`` are keys of what it is.

    ``holds`` names the keys whose content stands here, each with the model that has it. ``upright``: one key a row.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    refs: tuple[Column, ...] = ()
    holds: tuple[tuple[type[BaseModel], str], ...] = ()
    upright: bool = False

    @property
    def layout(self) -> tuple[Column, ...]:
        """All columns from the left."""
        return (*self.refs, *self.columns)

    @property
    def read_refs(self) -> tuple[Column, ...]:
        """The references that people write."""
        return tuple(column for column in self.refs if column not in SHOWN)

    @property
    def needed(self) -> tuple[KeyPath, ...]:
        """The columns without which nobody knows what a row stands for."""
        own = (("id",),) if LEVEL in self.refs else ()
        return (*(column.path for column in self.read_refs if column is not FORMULA), *own)


def _of(model: type[BaseModel]) -> tuple[Column, ...]:
    return tuple(columns_of(model))


@cache
def sheets() -> tuple[Sheet, ...]:
    """The sheets that are read, in the order of the workbook."""
    table, node, formula, part = schema.TableKeys, schema.NodeKeys, schema.FormulaKeys, schema.PartKeys
    indicator, register, column = schema.IndicatorKeys, schema.RegisterKeys, schema.RegisterColumnKeys
    rule = ((node, "rule"), (formula, "rule"), (part, "rule"))
    found = (
        Sheet("table", "Bảng", _of(table), upright=True),
        Sheet("indicators", "Chỉ tiêu số liệu", _of(indicator), (CODE,), ((table, "indicators"),)),
        Sheet("options", "Mức trả lời", _of(schema.OptionKeys), (CODE,), ((indicator, "options"),)),
        Sheet("registers", "Sổ theo dõi", _of(register), (REGISTER,), ((table, "registers"),)),
        Sheet("register_columns", "Cột của sổ", _of(column), (REGISTER, COLUMN), ((register, "columns"),)),
        Sheet("tree", "Cây tiêu chí", _of(node), (LEVEL,), ((table, "tree"), (node, "children"))),
        Sheet("rules", "Cách chấm", parameters(), (ITEM, FORMULA, NAME, KIND), rule),
        Sheet("levels", "Mức điểm", levels(), (ITEM, FORMULA, NAME, KIND), rule),
        Sheet("formulas", "Công thức", _of(formula), (ITEM, FORMULA, NAME), ((node, "formulas"),)),
        Sheet("parts", "Các phần", _of(part), (ITEM, FORMULA, NAME), ((node, "parts"),)),
        Sheet("evidence", "Tài liệu kiểm chứng", _of(schema.EvidenceKeys), (ITEM, NAME), ((node, "evidence"),)),
        Sheet("gate", "Điều kiện", _of(schema.GateKeys), (ITEM, NAME), ((table, "gate"), (node, "gate"))),
        Sheet("units", "Đơn vị", _of(schema.UnitKeys), holds=((table, "units"),)),
        Sheet("notes", "Ghi chú", (Column((), Value.TEXT),), holds=((table, "notes"),)),
        Sheet("conflicts", "Mâu thuẫn", _of(schema.ConflictKeys), holds=((table, "conflicts"),)),
    )
    return tuple(
        Sheet(one.key, one.title, ordered(one.key, one.columns), one.refs, one.holds, one.upright) for one in found
    )


@cache
def sheet(key: str) -> Sheet:
    """The sheet with this key."""
    return next(one for one in sheets() if one.key == key)

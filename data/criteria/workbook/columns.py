"""The columns that the keys of a model make: one a key, and what kind of value stands in it. Read off the schema."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import Any, Literal

from pydantic import BaseModel, BeforeValidator

from data.criteria.schema import Code, GateKeys, Id, Slug, YesNo
from scoring.exact import Exact
from scoring.kinds import KINDS
from scoring.kinds.rule import InputText, Points, PointsText

KeyPath = tuple[str, ...]


class Value(StrEnum):
    """What stands in the cells of a column, and so what Excel may have made of it."""

    TEXT = "text"
    ID = "id"  # 1.10 must never have become the number 1.1
    CODE = "code"  # of an indicator
    INPUT = "input"  # a code, or several joined by signs
    NUMBER = "number"
    POINTS = "points"  # a number, or a part of the maximum
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"


@dataclass(frozen=True)
class Column:
    """One column. ``path`` are the keys below the mapping that a row stands for.

    ``several``: a list in one cell, semicolons between; ``single``: a list of one may stand without being a list.
    ``kinds`` are the rule kinds that know the key (empty: it is no parameter of a rule). ``free``: what may stand in a
    choice beside its answers.
    """

    path: KeyPath
    value: Value
    choices: tuple[str, ...] = ()
    several: bool = False
    single: bool = False
    kinds: tuple[str, ...] = ()
    free: Value | None = None

    @property
    def numeric(self) -> bool:
        """True where Excel may have made a number of what was typed, and rightly so."""
        return not self.several and (self.value in NUMBERS or self.free in NUMBERS)


NUMBERS = (Value.NUMBER, Value.POINTS)
APART: tuple[type[BaseModel], ...] = (GateKeys,)  # seldom there, and many keys: on a sheet of their own
_MARKED: dict[Any, Value] = {
    typing.get_args(PointsText)[1]: Value.POINTS,
    typing.get_args(InputText)[1]: Value.INPUT,
    typing.get_args(YesNo)[1]: Value.YES_NO,
    typing.get_args(Exact)[1]: Value.NUMBER,
    **{typing.get_args(alias)[1].metadata[0].pattern: Value.ID for alias in (Id, Slug)},
    typing.get_args(Code)[1].metadata[0].pattern: Value.CODE,
}


def columns_of(model: type[BaseModel], at: KeyPath = ()) -> Iterator[Column]:
    """The columns of ``model`` in the order of its keys. What is a list of texts or mappings has a sheet instead."""
    for name, info in model.model_fields.items():
        annotation: Any = info.annotation
        for mark in info.metadata:  # pydantic takes the outermost Annotated apart
            annotation = typing.Annotated[annotation, mark]
        yield from _columns(annotation, (*at, info.alias or name))


def _columns(annotation: Any, path: KeyPath) -> Iterator[Column]:
    bare, marks = _taken_apart(annotation)
    known = next((_MARKED[mark] for mark in marks if mark in _MARKED), None)
    origin, parts = typing.get_origin(bare), typing.get_args(bare)
    if known is not None:
        yield Column(path, known)
    elif origin in (typing.Union, UnionType):
        yield from _joined(column for part in parts if part is not NoneType for column in _columns(part, path))
    elif origin is tuple:
        item = next(_columns(parts[0], path), None)
        if item is not None and item.path == path and item.value is not Value.TEXT:
            yield replace(item, several=True, single=any(isinstance(mark, BeforeValidator) for mark in marks))
    elif origin is dict:
        if parts[1] is Any:  # a rule: its kind stands beside its input, its parameters on sheets of their own
            yield Column((*path, "kind"), Value.CHOICE, tuple(KINDS))
    elif origin is Literal:
        yield Column(path, Value.CHOICE, tuple(parts))
    elif isinstance(bare, type) and issubclass(bare, Enum):
        yield Column(path, Value.CHOICE, tuple(one.value for one in bare))
    elif isinstance(bare, type) and issubclass(bare, BaseModel):
        if bare not in APART:
            yield from columns_of(bare, path)
    else:
        plain = {bool: Value.YES_NO, date: Value.DAY, int: Value.NUMBER, Points: Value.POINTS}
        yield Column(path, plain.get(bare, Value.TEXT))


def _taken_apart(annotation: Any) -> tuple[Any, list[Any]]:
    """The type itself, and all that its Annotated layers say of it: validators, and patterns of texts."""
    marks: list[Any] = []
    bare = annotation
    while typing.get_origin(bare) is typing.Annotated:
        said = typing.get_args(bare)
        for mark in said[1:]:
            marks += [getattr(one, "pattern", one) for one in (mark, *getattr(mark, "metadata", ()))]
        bare = said[0]
    return bare, [mark for mark in marks if mark is not None and mark.__hash__ is not None]


def _joined(columns: Iterator[Column]) -> Iterator[Column]:
    """Alternatives of one key share its column."""
    found: dict[KeyPath, Column] = {}
    for column in columns:
        other = found.get(column.path, column)
        first, second = (other, column) if other.value is Value.CHOICE else (column, other)
        free = first.free or second.free or (None if second.value is first.value else second.value)
        found[column.path] = replace(first, choices=tuple(dict.fromkeys(first.choices + second.choices)), free=free)
    yield from found.values()


def parameters() -> tuple[Column, ...]:
    """The parameters of all rule kinds that are no lists; a key that several kinds have stands once."""
    return _union((kind, column) for kind, known in KINDS.items() for column in columns_of(known.model))


def levels() -> tuple[Column, ...]:
    """The keys of the lists in the rule kinds (bands, tiers, options, items), in one set of columns."""
    return _union(
        (kind, column)
        for kind, known in KINDS.items()
        for _key, item in lists_of(known.model)
        if item is not None
        for column in columns_of(item)
    )


def _union(found: typing.Iterable[tuple[str, Column]]) -> tuple[Column, ...]:
    together: dict[KeyPath, Column] = {}
    for kind, column in found:
        other = together.get(column.path, replace(column, kinds=()))
        value = column.value if column.value is other.value else Value.POINTS
        together[column.path] = replace(other, value=value, kinds=(*dict.fromkeys((*other.kinds, kind)),))
    return tuple(together.values())


def lists_of(model: type[BaseModel], at: KeyPath = ()) -> Iterator[tuple[KeyPath, type[BaseModel] | None]]:
    """The keys of ``model`` that no column holds, with the model of their items (``None``: plain texts)."""
    for name, info in model.model_fields.items():
        yield from _lists(info.annotation, (*at, info.alias or name))


def _lists(annotation: Any, path: KeyPath) -> Iterator[tuple[KeyPath, type[BaseModel] | None]]:
    bare, _marks = _taken_apart(annotation)
    origin, parts = typing.get_origin(bare), typing.get_args(bare)
    if origin in (typing.Union, UnionType):
        for part in parts:
            yield from _lists(part, path)
    elif origin is tuple or (origin is dict and parts[1] is not Any):
        item, _marks = _taken_apart(parts[0] if origin is tuple else parts[1])
        if isinstance(item, type) and issubclass(item, BaseModel):
            yield path, item
        elif next(_columns(bare, path), None) is None:
            yield path, None
    elif isinstance(bare, type) and issubclass(bare, BaseModel):
        if bare in APART:
            yield path, bare
        else:
            yield from lists_of(bare, path)

"""Keys that are refused hide no other problem: they are told, a stand-in takes their place, and the rest is read on.

What pydantic refuses says what it wanted, and the stand-in is just that. Where it stands is kept in ``Damage``: nothing
is ever concluded from a stand-in, and a file with one is never loaded.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any, Generic, TypeVar
from unicodedata import combining, normalize

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from data.criteria.schema import Keys
from data.criteria.yaml_text import Path
from scoring.kinds.rule import Rule
from scoring.lint_damage import Damage

Model = TypeVar("Model", bound=BaseModel)
UNREADABLE = "UNREADABLE_INPUT"  # stands in for a code that could not be read
NAMELESS = "stand-in"  # stands in for an id that could not be read
TURNS = 16  # a missing mapping takes a turn for itself and one for what it must hold, and so on down
_GATE = ("at_most", "under", "at_least", "over", "equal")
_WAYS = ("points", "times", "from_points", "to_points")  # of a band
_ENDS = ("from", "over", "to", "under")
# Wrong in any case, once the keys are there: which numbers stand in them does not matter.
_BY_PRESENCE = {
    "gate_one_comparison": _GATE,
    "one_comparison": _GATE,
    "two_lower_bounds": ("from", "over"),
    "two_upper_bounds": ("to", "under"),
}


@dataclass
class Salvaged(Generic[Model]):
    """The keys as far as they can be read (``None``: not at all), what was refused, and the paths of the stand-ins."""

    keys: Model | None = None
    refused: list[ErrorDetails] = field(default_factory=list)
    damaged: list[Path] = field(default_factory=list)


def salvage(model: type[Model], content: dict[str, Any], at: Path, damage: Damage) -> Salvaged[Model]:
    """Read ``content``, which stands at ``at``; what follows only from ``damage`` is not told. ``damage`` grows."""
    found: Salvaged[Model] = Salvaged()
    for turn in range(TURNS):
        try:
            found.keys = model.model_validate(content)
        except ValidationError as errors:
            refused = list(_each(errors.errors(include_url=False)))
            found.refused += [error for error in refused if not _follows(error, content, at, damage)]
            content = content if turn else deepcopy(content)
            if any(error["type"] == "value_error" and not key_path(error["loc"]) for error in refused):
                return found  # the parts of the whole contradict each other
            found.damaged += _mend(content, refused, at, damage)
        else:
            return found
    return found


def key_path(loc: tuple[str | int, ...]) -> Path:
    """The keys of the file in pydantic's path, which also names union members and what a key itself must be."""
    return tuple(part for part in loc if _is_key(part))


def dotted(path: Path) -> str:
    """``tree.0.max``."""
    return ".".join(str(part) for part in path)


def code_of(error: ErrorDetails) -> str:
    """Our own name of the refusal, or pydantic's."""
    return str(error["ctx"]["error"]) if error["type"] == "value_error" else error["type"]


def _is_key(part: str | int) -> bool:
    return isinstance(part, int) or (
        part not in {"[key]", "InsteadKeys"} and not part.startswith(("literal[", "function-", "json-or-python["))
    )


def _each(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """All but this: pydantic calls a list too short when an item of it was refused."""
    holding = {error["loc"][:length] for error in errors for length in range(len(error["loc"]))}
    yield from (error for error in errors if not (error["type"] == "too_short" and error["loc"] in holding))


def _follows(error: ErrorDetails, content: dict[str, Any], at: Path, damage: Damage) -> bool:
    """True where the refusal says nothing but that something else was refused."""
    path = key_path(error["loc"])
    place = dotted((*at, *path))
    if damage.lost(place):
        return True
    if error["type"] == "missing":
        return damage.lost(dotted((*at, *path[:-1], "<<")))
    held, _key = _holder(content, (*path, ""))
    if error["type"] == "too_short":
        return isinstance(held, dict) and damage.hits(place)
    if error["type"] != "value_error" or not isinstance(held, dict):
        return False
    if keys := _BY_PRESENCE.get(code_of(error)):
        return any(key not in held and damage.lost(f"{place}.{key}") for key in keys)
    return damage.hits(place)


def _mend(content: dict[str, Any], refused: list[ErrorDetails], at: Path, damage: Damage) -> Iterator[Path]:
    """Put a stand-in where each refusal points; the paths of those that the lint could read."""
    done: set[Path] = set()
    for error in refused:
        path = key_path(error["loc"])
        if any(path[:length] in done for length in range(1, len(path) + 1)):
            continue
        for lost in _stand_in(content, error, path, done):
            if not _only_words(lost):
                damage.add(dotted((*at, *lost)))
                yield lost


def _stand_in(content: dict[str, Any], error: ErrorDetails, path: Path, done: set[Path]) -> Iterator[Path]:
    held, key = _holder(content, path)
    if error["type"] == "extra_forbidden":
        held.pop(key, None)
        yield from ((*path[:-1], meant) for meant in meant_by(path) if meant not in held)
    elif error["loc"][-1] == "[key]":
        held.pop(key, None)
        done.add(path)
        yield from ((*path[:-1], name) for name in {str(key), _as_code(str(key))})
    elif code_of(error) == "gate_one_comparison":
        kept = {name: value for name, value in held[key].items() if name not in _GATE}
        held[key] = {**kept, "equal": "0"}
        yield from ((*path, name) for name in _GATE)
    elif code_of(error) in {"band_one_way", "line_without_ends"}:
        kept = {name: value for name, value in held[key].items() if name not in _WAYS}
        held[key] = {**kept, "points": "0"}
        unknown = code_of(error) == "line_without_ends" or not kept.keys() & set(_ENDS)  # where the band lies, too
        yield from ((*path, name) for name in (*_WAYS, *(_ENDS if unknown else ())))
    elif error["type"] == "too_short" and isinstance(held[key], list):
        yield from ((*path, index) for index in range(len(held[key]), error["ctx"]["min_length"]))
        held[key] += [None] * (error["ctx"]["min_length"] - len(held[key]))
    else:
        short = _short_of(content, path)
        held[key] = "-" if _only_words(short) else _wanted(error)
        done.add(short)
        yield short


def _holder(content: Any, path: Path) -> tuple[Any, Any]:
    """What holds the last key of ``path`` that there is, and that key: a text in place of a list holds no items."""
    *above, last = _short_of(content, path)
    for part in above:
        content = content[part]
    return content, last


def _short_of(content: Any, path: Path) -> Path:
    for length, part in enumerate(path[:-1], 1):
        there = isinstance(content, dict) and part in content
        there = there or (isinstance(content, list) and isinstance(part, int) and part < len(content))
        content = content[part] if there else None
        if not isinstance(content, dict | list):
            return path[:length]
    return path


def _wanted(error: ErrorDetails) -> Any:
    """A value of the kind that pydantic asked for; the next turn asks again where it is not yet right."""
    found = code_of(error)
    if found in {"literal_error", "enum"}:
        return re.findall(r"'([^']+)'", error["ctx"]["expected"])[0]
    if found == "string_pattern_mismatch":
        return NAMELESS if re.match(error["ctx"]["pattern"], NAMELESS) else UNREADABLE
    if found == "too_short":  # a mapping; a list is made longer
        return {UNREADABLE: None}
    if found.startswith("date_"):
        return "2000-01-01"
    return (
        deepcopy(_WANTED[found])
        if found in _WANTED
        else ("1" if found.startswith(("int_", "greater_", "less_", "number_")) else None)
    )


_WANTED: dict[str, Any] = {
    "string_type": "-",
    "string_too_short": "-",
    "string_too_long": "-",
    "not_an_expression": UNREADABLE,
    "not_a_row_expression": UNREADABLE,
    "yes_or_no": "no",
    "dict_type": {},
    "model_type": {},
    "model_attributes_type": {},
    "tuple_type": [None],
}


def meant_by(loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the unknown one at the end of ``loc`` may be a misspelling of."""
    return get_close_matches(str(loc[-1]), _known())


@cache
def _known() -> list[str]:
    models = (*Keys.__subclasses__(), *Rule.__subclasses__())
    return sorted({info.alias or name for model in models for name, info in model.model_fields.items()})


def _as_code(text: str) -> str:
    """``tỷ-lệ a`` as the code that it may be corrected to: ``TY_LE_A``."""
    plain = "".join(letter for letter in normalize("NFD", text.upper().replace("Đ", "D")) if not combining(letter))
    return re.sub(r"[^A-Z0-9]+", "_", plain)


def _only_words(path: Path) -> bool:
    """True for what is shown and never reckoned with."""
    last = str(path[-1])
    return last == "title" or last.endswith("words")

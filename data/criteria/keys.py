"""The keys of a criteria file in their documented order, read off the schema: nobody lists them a second time."""

import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from data.criteria.schema import NodeKeys, TableKeys
from data.criteria.yaml_text import Text
from scoring.kinds import KINDS

# What a reader wants to see last, although the schema names it earlier.
LAST: dict[type[BaseModel], tuple[str, ...]] = {
    TableKeys: ("notes", "registers", "indicators", "tree", "conflicts"),
    NodeKeys: ("children",),
}
BY_CODE = ("indicators", "registers", "columns")  # mappings whose keys are codes of the author's own


def names(model: type[BaseModel]) -> list[str]:
    """The keys of ``model`` as an author writes them (``from``, not ``from_``), in their order."""
    found = [info.alias or name for name, info in model.model_fields.items()]
    last = LAST.get(model, ())
    return [*(name for name in found if name not in last), *(name for name in last if name in found)]


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that stand somewhere in ``annotation``: items of its lists, values of its mappings, alternatives."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from models_in(part)


def below(model: type[BaseModel], key: str, content: Text) -> type[BaseModel] | None:
    """The model of what stands under ``key``; of a rule that of its kind. ``None`` where there is none, or several."""
    info = next(one for name, one in model.model_fields.items() if (one.alias or name) == key)
    if key == "rule" and isinstance(content, dict):
        kind = KINDS.get(str(content.get("kind", "")))
        return None if kind is None else kind.model
    found = list(models_in(info.annotation))
    return found[0] if len(found) == 1 else None


def in_order(content: Text, model: type[BaseModel] | None = TableKeys) -> Text:
    """``content`` with its keys in order, without keys that hold nothing; lists keep their order."""
    if isinstance(content, list):
        return [in_order(item, model) for item in content]
    if not isinstance(content, dict):
        return content
    known = [] if model is None else names(model)
    found: dict[str, Text] = {}
    for key in sorted(content, key=lambda key: _place(key, known)):
        inside = content[key]
        held = below(model, key, inside) if model is not None and key in known else None
        if key in BY_CODE and isinstance(inside, dict):
            value: Text = {code: in_order(one, held) for code, one in inside.items()}
        else:
            value = in_order(inside, held)
        if value not in (None, {}, []):
            found[key] = value
    return found


def _place(key: str, known: list[str]) -> int:
    """``kind`` leads a rule; what is not known stays behind the rest, as it was written."""
    return known.index(key) if key in known else -1 if key == "kind" else len(known)

"""From the raw content of a criteria file to the rows of the sheets. A key without a place there is a bug."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from data.criteria import schema
from data.criteria.workbook.columns import Column, KeyPath, lists_of
from data.criteria.workbook.sheets import sheet, sheets
from data.criteria.workbook.words import WHOLE_TABLE
from data.criteria.yaml_text import Text
from scoring.kinds import KINDS

BETWEEN = "; "  # the items of a list in one cell


@dataclass(frozen=True)
class Row:
    """One row: its references (codes, numbers, levels), its texts by key path, and the depth it is indented by."""

    refs: tuple[str, ...]
    values: Mapping[KeyPath, str]
    depth: int = 0


def rows_of(content: Mapping[str, Text]) -> dict[str, list[Row]]:
    """All rows by sheet, in the order of the file. KeyError for a key that no sheet has a place for."""
    found: dict[str, list[Row]] = {one.key: [] for one in sheets()}
    found["table"].append(_row("table", (), content, schema.TableKeys))
    for name, model in (("units", schema.UnitKeys), ("conflicts", schema.ConflictKeys)):
        found[name] += [_row(name, (), one, model) for one in _mappings(content.get(name))]
    found["notes"] += [Row((), {(): note}) for note in _items(content.get("notes")) if isinstance(note, str)]
    for code, indicator in _mapping(content.get("indicators")).items():
        given = _mapping(indicator)
        found["indicators"].append(_row("indicators", (code,), given, schema.IndicatorKeys))
        found["options"] += [
            _row("options", (code,), one, schema.OptionKeys) for one in _mappings(given.get("options"))
        ]
    for code, register in _mapping(content.get("registers")).items():
        found["registers"].append(_row("registers", (code,), _mapping(register), schema.RegisterKeys))
        for name, column in _mapping(_mapping(register).get("columns")).items():
            row = _row("register_columns", (code, name), _mapping(column), schema.RegisterColumnKeys)
            found["register_columns"].append(row)
    _gate(content, WHOLE_TABLE, found)
    _nodes(content.get("tree"), 1, found)
    return found


def _nodes(nodes: Text, level: int, found: dict[str, list[Row]]) -> None:
    for node in _mappings(nodes):
        name = str(node.get("id", ""))
        found["tree"].append(_row("tree", (str(level),), node, schema.NodeKeys, depth=level - 1))
        found["evidence"] += [
            _row("evidence", (name,), one, schema.EvidenceKeys) for one in _mappings(node.get("evidence"))
        ]
        _gate(node, name, found)
        _rule(node, (name, ""), found)
        for key, model in (("formulas", schema.FormulaKeys), ("parts", schema.PartKeys)):
            for number, one in enumerate(_mappings(node.get(key)), start=1):
                found[key].append(_row(key, (name, str(number)), one, model))
                _rule(one, (name, str(number)), found)
        _nodes(node.get("children"), level + 1, found)


def _gate(holder: Mapping[str, Text], name: str, found: dict[str, list[Row]]) -> None:
    if holder.get("gate"):
        found["gate"].append(_row("gate", (name,), _mapping(holder["gate"]), schema.GateKeys))


def _rule(holder: Mapping[str, Text], refs: tuple[str, str], found: dict[str, list[Row]]) -> None:
    rule = dict(_mapping(holder.get("rule")))
    kind = str(rule.pop("kind", ""))
    lists = list_keys(kind)
    for key in lists:
        columns = sheet("levels").columns
        for item in _mappings(rule.pop(key, None)):
            found["levels"].append(Row(refs, _values(columns, item, ())))
    values = _values(sheet("rules").columns, rule, ())
    if values:
        found["rules"].append(Row(refs, values))


def list_keys(kind: str) -> tuple[str, ...]:
    """The parameters of a rule kind that are lists, such as ``bands``; none of a kind that is not known."""
    return tuple(path[0] for path, _item in lists_of(KINDS[kind].model)) if kind in KINDS else ()


def _row(name: str, refs: tuple[str, ...], holder: Mapping[str, Text], model: type[BaseModel], depth: int = 0) -> Row:
    held = {key: value for key, value in holder.items() if key not in _elsewhere(model)}
    if isinstance(rule := held.get("rule"), dict):
        held["rule"] = {key: value for key, value in rule.items() if key == "kind"}
    return Row(refs, _values(sheet(name).columns, held, ()), depth)


@cache
def _elsewhere(model: type[BaseModel]) -> frozenset[str]:
    """The keys whose content has a sheet of its own."""
    return frozenset(key for one in sheets() for holder, key in one.holds if holder is model and key != "rule")


def _values(columns: Sequence[Column], holder: Mapping[str, Text], at: KeyPath) -> dict[KeyPath, str]:
    known = {column.path: column for column in columns}
    found: dict[KeyPath, str] = {}
    for path, value in _scalars(holder, at, known):
        if path not in known:
            raise KeyError(f"no column holds {'.'.join(path)}")
        if isinstance(value, str) and value != "":
            found[path] = value
    return found


def _scalars(
    holder: Mapping[str, Text], at: KeyPath, known: Mapping[KeyPath, Column]
) -> Iterator[tuple[KeyPath, Text]]:
    for key, value in holder.items():
        path = (*at, key)
        if isinstance(value, dict):
            yield from _scalars(value, path, known)
        elif isinstance(value, list):
            several = path in known and known[path].several and all(isinstance(item, str) for item in value)
            yield path if several or not value else (*path, "0"), BETWEEN.join(map(str, value))
        else:
            yield path, value


def _mapping(content: Text) -> Mapping[str, Text]:
    return content if isinstance(content, dict) else {}


def _items(content: Text) -> Sequence[Text]:
    return content if isinstance(content, list) else []


def _mappings(content: Text) -> Iterator[Mapping[str, Text]]:
    yield from (item for item in _items(content) if isinstance(item, dict))

"""What belongs to a criterion and stands on other sheets: evidence, formulas, parts, gates, rules."""

from collections.abc import Iterator, Sequence

from data.criteria.workbook.entries import Entry
from data.criteria.workbook.filling import Holder, add, astray
from data.criteria.workbook.headings import Page
from data.criteria.workbook.problems import problem
from data.criteria.workbook.rules import Holders, add_levels, add_parameters
from data.criteria.workbook.sheets import FORMULA, ITEM, NUMBERED
from data.criteria.workbook.source import WorkbookSource
from data.criteria.workbook.words import WHOLE_TABLE
from data.criteria.yaml_text import Text

Nodes = dict[str, Holder]
Found = dict[str, tuple[Page, list[Entry]]]


def add_belongings(found: Found, content: dict[str, Text], nodes: Nodes, source: WorkbookSource) -> None:
    """Each row to the criterion that it names. A rule stands on four sheets: what one lacks may be on a lost row."""
    told = not source.damage.hits("tree")  # else the code may be one that could not be read
    _evidence(source, *found["evidence"], nodes, told=told)
    gates = {**nodes, WHOLE_TABLE: Holder(content, ())}
    for page, entry, holder in _owned(source, *found["gate"], gates, told=told):
        if "gate" in holder.mapping:
            source.problems.append(problem("C218", entry.cell(ITEM), text=entry.ref(ITEM)))
        else:
            holder.mapping["gate"] = add(source, page, entry, (*holder.at, "gate"))
    by_name = {(name, ""): node for name, node in nodes.items()}
    complete = True
    for key in NUMBERED:
        numbered, named = _numbered(source, *found[key], nodes, told=told)
        lacking = _lacks(*found[key], nodes)
        by_name = numbered | by_name
        complete = complete and named and not lacking
        for node in nodes.values() if lacking else ():
            source.lose((*node.at, key))
    holders = Holders(by_name, complete)
    for name, add_rows in (("rules", add_parameters), ("levels", add_levels)):
        page, entries = found[name]
        owned = [entry for _page, entry, _holder in _owned(source, page, entries, nodes, told=told)]
        unknown = add_rows(page, owned, holders, source)
        if unknown or _lacks(page, entries, nodes):
            for holder in holders.by_name.values():
                source.lose_keys((*holder.at, "rule"))


def _evidence(source: WorkbookSource, page: Page, entries: Sequence[Entry], nodes: Nodes, *, told: bool) -> None:
    for page, entry, holder in _owned(source, page, entries, nodes, told=told):  # noqa: B020
        listed = _listed(holder, "evidence")
        listed.append(add(source, page, entry, (*holder.at, "evidence", len(listed))))


def _numbered(
    source: WorkbookSource, page: Page, entries: Sequence[Entry], nodes: Nodes, *, told: bool
) -> tuple[dict[tuple[str, str], Holder], bool]:
    """The formulas or parts by the code of their criterion and their number, and whether each has one of its own.

    One without a number has that of its place.
    """
    found: dict[tuple[str, str], Holder] = {}
    twice = False
    for _page, entry, holder in _owned(source, page, entries, nodes, told=told):
        listed = _listed(holder, page.sheet.key)
        at = (*holder.at, page.sheet.key, len(listed))
        source.cells.setdefault((*holder.at, page.sheet.key), entry.at)
        one = add(source, page, entry, at)
        listed.append(one)
        named = (entry.ref(ITEM), entry.ref(FORMULA) or str(len(listed)))
        if named in found:
            source.problems.append(problem("C218", entry.cell(FORMULA), text=", ".join(named)))
            source.lose((*at, "rule"))
            twice = True
        found.setdefault(named, Holder(one, at))
    return found, not twice


def _listed(holder: Holder, key: str) -> list[Text]:
    found = holder.mapping.setdefault(key, [])
    assert isinstance(found, list)
    return found


def _lacks(page: Page, entries: Sequence[Entry], nodes: Nodes) -> bool:
    """True where a row of the sheet belongs nobody knows where to: any criterion may lack it."""
    return page.lost or any(entry.ref(ITEM) not in nodes for entry in entries)


def _owned(
    source: WorkbookSource, page: Page, entries: Sequence[Entry], nodes: Nodes, *, told: bool
) -> Iterator[tuple[Page, Entry, Holder]]:
    for entry in entries:
        holder = nodes.get(entry.ref(ITEM))
        if holder is not None:
            yield page, entry, holder
        else:
            astray(source, page, entry, ITEM, "tree", told=told)

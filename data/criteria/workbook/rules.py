"""Parameters of the rules, and their bands, tiers, options and items: each to its criterion or formula."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.criteria.workbook.entries import Entry
from data.criteria.workbook.filling import Holder, add, put
from data.criteria.workbook.headings import Page
from data.criteria.workbook.problems import problem
from data.criteria.workbook.rows import list_keys
from data.criteria.workbook.sheets import FORMULA, ITEM, NUMBERED, sheet
from data.criteria.workbook.source import WorkbookSource
from data.criteria.workbook.words import answers
from data.criteria.yaml_text import Path, Text
from scoring.kinds import KINDS


@dataclass(frozen=True)
class Holders:
    """What has a rule, by code and number of the formula (blank: the criterion itself).

    ``complete`` is ``False`` where a formula could not be read: the number may be its.
    """

    by_name: Mapping[tuple[str, str], Holder]
    complete: bool


def add_parameters(page: Page, entries: Sequence[Entry], holders: Holders, source: WorkbookSource) -> bool:
    """One row a rule. ``True`` when a row belongs nobody knows where to."""
    done: set[Path] = set()
    astray = page.lost
    for entry in entries if not page.lost else ():
        holder = _holder(entry, holders, source)
        if holder is None:
            astray = True
        elif holder.at in done:
            name = ", ".join(filter(None, (entry.ref(ITEM), entry.ref(FORMULA))))
            source.problems.append(problem("C218", entry.cell(ITEM), text=name))
        else:
            done.add(holder.at)
            put(source, _rule(holder), (*holder.at, "rule"), page, entry)
    return astray


def add_levels(page: Page, entries: Sequence[Entry], holders: Holders, source: WorkbookSource) -> bool:
    """The rows of a rule's list, in their order. ``True`` when a row belongs nobody knows where to."""
    astray = page.lost
    for entry in entries if not page.lost else ():
        holder = _holder(entry, holders, source)
        if holder is None:
            astray = True
            continue
        rule = _rule(holder)
        kind = str(rule.get("kind", ""))
        keys = list_keys(kind)
        if kind in KINDS and not keys:
            called = answers("tree", KIND_CHOICE)[kind]
            source.problems.append(problem("C216", entry.cell(ITEM), text=entry.ref(ITEM), kind=called))
        elif keys:
            listed = rule.setdefault(keys[0], [])
            assert isinstance(listed, list)
            at = (*holder.at, "rule", keys[0])
            source.cells.setdefault(at, entry.at)
            listed.append(add(source, page, entry, (*at, len(listed))))
    return astray


KIND_CHOICE = next(column for column in sheet("tree").columns if column.path == ("rule", "kind"))


def _rule(holder: Holder) -> dict[str, Text]:
    """The rule of ``holder``; one without a kind is made, and told by the check."""
    found = holder.mapping.setdefault("rule", {})
    assert isinstance(found, dict)
    return found


def _holder(entry: Entry, holders: Holders, source: WorkbookSource) -> Holder | None:
    if FORMULA.path in entry.lost:
        return None
    number = entry.ref(FORMULA)
    found = holders.by_name.get((entry.ref(ITEM), number))
    if found is None and holders.complete:
        name = " / ".join(sheet(key).title for key in NUMBERED)
        source.problems.append(problem("C219", entry.cell(FORMULA), text=entry.ref(ITEM), number=number, name=name))
    return found

"""The tree from rows with levels: a row belongs to the nearest row above it of the level before."""

from collections.abc import Sequence

from data.criteria.workbook.entries import Entry
from data.criteria.workbook.filling import Holder, add
from data.criteria.workbook.headings import Page
from data.criteria.workbook.problems import problem
from data.criteria.workbook.sheets import LEVEL, NUMBERED
from data.criteria.workbook.source import WorkbookSource
from data.criteria.yaml_text import Path, Text
from scoring.messages import Message, _

DEEPEST = 8  # beyond it nothing is built; the check refuses a table of more than four levels in its own words


def grow(
    page: Page, entries: Sequence[Entry], content: dict[str, Text], source: WorkbookSource
) -> tuple[dict[str, Holder], bool]:
    """Put the tree into ``content``. The nodes by code (of two alike the first), and whether all levels are right."""
    top: list[Text] = []
    above: list[Holder] = []
    nodes: dict[str, Holder] = {}
    sure = not page.lost
    source.cells[("tree",)] = page.at(page.top, 1 if page.top else 0)
    for entry in entries:
        level, right = _level(entry, above, source)
        sure = sure and right
        del above[level - 1 :]
        siblings, at = (_children(above[-1]), (*above[-1].at, "children")) if above else (top, ("tree",))
        here: Path = (*at, len(siblings))
        node = add(source, page, entry, here)
        source.cells[here] = entry.places.get(("id",), entry.at)
        siblings.append(node)
        above.append(Holder(node, here))
        name = node.get("id")
        if isinstance(name, str) and name not in nodes:
            nodes[name] = above[-1]
        else:  # told by the check; what other sheets say of this code goes to the first that has it, or to none
            source.lose_keys((*here, "rule"))
            for key in NUMBERED:
                source.lose((*here, key))
    if top:
        content["tree"] = top
    elif page.lost:
        source.lose(("tree",))
    return nodes, sure


def _level(entry: Entry, above: Sequence[Holder], source: WorkbookSource) -> tuple[int, bool]:
    """The level of the row, and whether it is right. A wrong one is told; the row then stands where it may belong."""
    text, deep = entry.ref(LEVEL), len(above)
    if text.isdecimal() and len(text) == 1 and 1 <= int(text) <= min(deep + 1, DEEPEST):
        return int(text), True
    if LEVEL.path in entry.places and LEVEL.path not in entry.lost:
        source.problems.append(problem("C215", entry.cell(LEVEL), text=text or Message(_("blank"))))
    beside = deep == DEEPEST or (deep > 0 and "rule" in above[-1].mapping and not text)
    return (deep if beside else deep + 1), False


def _children(holder: Holder) -> list[Text]:
    found = holder.mapping.setdefault("children", [])
    assert isinstance(found, list)
    return found


def unsure(nodes: Text, at: Path, source: WorkbookSource) -> None:
    """Nobody knows how many parts stand where: nothing is added up, and nothing is said to lack its rule or parts."""
    held = nodes if isinstance(nodes, list) else []
    source.lose((*at, len(held)))
    for number, node in enumerate(held):
        if isinstance(node, dict):
            unsure(node.get("children"), (*at, number, "children"), source)
            if "children" in node and any(key in node for key in ("rule", *NUMBERED)):
                source.lose((*at, number))

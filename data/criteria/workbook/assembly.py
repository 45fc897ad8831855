"""From the entries of all sheets to the content that a criteria file would have, with the cell of every key."""

from collections.abc import Sequence

from data.criteria.workbook.belongings import Found, add_belongings
from data.criteria.workbook.entries import Entry
from data.criteria.workbook.filling import add, add_coded, astray, put
from data.criteria.workbook.headings import Page
from data.criteria.workbook.registers import add_registers
from data.criteria.workbook.sheets import CODE
from data.criteria.workbook.source import WorkbookSource
from data.criteria.workbook.tree import grow, unsure
from data.criteria.yaml_text import Text


def assemble(found: Found, source: WorkbookSource) -> None:
    """Fill ``source`` with all that the sheets say; what cannot be read is lost there, and told."""
    content: dict[str, Text] = {}
    source.content = content
    page, (identity,) = found["table"]
    put(source, content, (), page, identity)
    for name in ("units", "conflicts", "notes"):
        _list(source, content, name, *found[name])
    held = _indicators(source, content, *found["indicators"])
    _options(source, held, *found["options"])
    add_registers(source, content, found)
    nodes, sure = grow(*found["tree"], content, source)
    add_belongings(found, content, nodes, source)
    if not sure:
        unsure(content.get("tree"), ("tree",), source)


def _list(source: WorkbookSource, content: dict[str, Text], name: str, page: Page, entries: Sequence[Entry]) -> None:
    held: list[Text] = []
    for entry in entries:
        at = (name, len(held))
        if name == "notes":
            source.cells[at] = entry.at
            held += [entry.values[()]] if entry.values else []
        else:
            held.append(add(source, page, entry, at))
    if held:
        content[name] = held
        source.cells[(name,)] = page.at(page.top, 1)


def _indicators(
    source: WorkbookSource, content: dict[str, Text], page: Page, entries: Sequence[Entry]
) -> dict[str, Text]:
    held: dict[str, Text] = {}
    source.cells[("indicators",)] = page.at(page.top, 1 if page.top else 0)
    for entry in entries:
        add_coded(source, page, entry, CODE, held, ("indicators",))
    if held:
        content["indicators"] = held
    elif page.lost:
        source.lose(("indicators",))
    return held


def _options(source: WorkbookSource, held: dict[str, Text], page: Page, entries: Sequence[Entry]) -> None:
    known = not page.lost
    for entry in entries:
        code = entry.ref(CODE)
        indicator = held.get(code)
        if not isinstance(indicator, dict):
            known = False
            astray(source, page, entry, CODE, "indicators", told=not source.damage.lost("indicators"))
            continue
        options = indicator.setdefault("options", [])
        if isinstance(options, list):
            at = ("indicators", code, "options")
            source.cells.setdefault(at, entry.at)
            options.append(add(source, page, entry, (*at, len(options))))
    if not known:
        for code in held:
            source.lose(("indicators", code, "options"))

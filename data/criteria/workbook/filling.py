"""Writing an entry into the content, with the cell of every key; and rows that name nothing that is there."""

from dataclasses import dataclass

from data.criteria.workbook.columns import Column
from data.criteria.workbook.entries import Entry
from data.criteria.workbook.headings import Page
from data.criteria.workbook.problems import problem
from data.criteria.workbook.sheets import sheet
from data.criteria.workbook.source import Home, WorkbookSource
from data.criteria.workbook.words import heading
from data.criteria.yaml_text import Path, Text


@dataclass(frozen=True)
class Holder:
    """A mapping of the content and where it stands: a node, or one of its formulas."""

    mapping: dict[str, Text]
    at: Path


def add(source: WorkbookSource, page: Page, entry: Entry, at: Path) -> dict[str, Text]:
    """A new mapping for ``entry`` at ``at``; its row is the home of all its keys."""
    found: dict[str, Text] = {}
    put(source, found, at, page, entry)
    return found


def add_coded(source: WorkbookSource, page: Page, entry: Entry, code: Column, held: dict[str, Text], at: Path) -> None:
    """``entry`` into ``held``, which stands at ``at``, under its ``code``; one without, or with one taken, is lost."""
    name = entry.ref(code)
    if not name:
        astray(source, page, entry, code, page.sheet.key, told=False)
        source.lose(at)
    elif name in held:
        source.problems.append(problem("C218", entry.cell(code), text=name))
        source.lose((*at, name))
    else:
        held[name] = add(source, page, entry, (*at, name))
        source.cells[(*at, name)] = entry.cell(code)


def put(source: WorkbookSource, holder: dict[str, Text], at: Path, page: Page, entry: Entry) -> None:
    """Write the values of ``entry`` into ``holder``, which stands at ``at``, and note the cells."""
    columns = {column.path: column for column in page.sheet.columns}
    source.cells.setdefault(at, entry.at)
    source.homes[at] = Home(page.sheet, entry.places)
    for path in sorted(entry.values, key=len):
        column, inside = columns[path], holder
        for key in path[:-1]:
            deeper = inside.setdefault(key, {})
            if not isinstance(deeper, dict):  # a choice, and the number in its place beside it
                one, other = (heading(page.sheet.key, way).words for way in (path[:-1], path))
                source.problems.append(problem("C213", entry.places[path], one=one, other=other))
                source.lose((*at, *path[:-1]))
                break
            inside = deeper
        else:
            inside[path[-1]] = _value(entry.values[path], column)
        for length in range(1, len(path) + 1):
            source.cells.setdefault((*at, *path[:length]), entry.places[path])
    for path in entry.lost:
        source.lose((*at, *path))
        if len(path) > 1 and path[:1] in columns:
            source.lose((*at, *path[:1]))
        elif len(path) > 1:  # what holds the key is there all the same
            holder.setdefault(path[0], {})
    for path in columns if page.strange else ():
        if path and path not in entry.places:  # the heading that is not known may be its
            source.lose((*at, *(path if path[0] in holder else path[:1])))


def _value(text: str, column: Column) -> Text:
    """The text, or the items of a list in one cell: between semicolons, or on lines of their own."""
    if not column.several:
        return text
    found: list[Text] = [part.strip() for part in text.replace("\n", ";").split(";") if part.strip()]
    return found[0] if column.single and len(found) == 1 else found


def astray(source: WorkbookSource, page: Page, entry: Entry, ref: Column, where: str, *, told: bool) -> None:
    """A row that names nothing, or what is not on the sheet ``where``; told unless that sheet could not be read."""
    text = entry.ref(ref)
    if text and told:
        source.problems.append(problem("C214", entry.cell(ref), text=text, name=sheet(where).title))
    elif not text and ref.path not in entry.lost and ref.path in entry.places:
        words = heading(page.sheet.key, ref.path).words
        source.problems.append(problem("C217", entry.cell(ref), name=words))

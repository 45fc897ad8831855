"""A self-assessment gathered for export: the score, its evidence numbered as the list prints it, and its marks."""

from dataclasses import dataclass

from data.accounts.person import Action, Person, require
from data.evidence.coverage import Coverage, coverage
from data.evidence.document import Document, Link
from data.language import translator
from data.scores.unit import UnitScore, score_unit
from data.store.opening import Store
from data.units.known import KnownUnit, find_unit
from scoring.period import Month
from scoring.table import Leaf, Table


@dataclass(frozen=True)
class EvidenceRow:
    """One line of the evidence list: a leaf and a document, with every need and page under which it stands there."""

    number: int
    leaf: Leaf
    document: Document
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Assessment:
    """What every format prints."""

    unit: KnownUnit
    scored: UnitScore
    coverage: Coverage
    evidence: tuple[EvidenceRow, ...]

    @property
    def table(self) -> Table:
        """The criteria table."""
        return self.scored.table

    @property
    def demo(self) -> bool:
        """True when anything printed is invented: a figure, a document, or the unit itself."""
        return self.unit.demo or self.scored.demo or any(row.document.demo for row in self.evidence)

    def evidence_of(self, leaf: Leaf) -> tuple[EvidenceRow, ...]:
        """The leaf's lines of the evidence list."""
        return tuple(row for row in self.evidence if row.leaf.id == leaf.id)

    def marks(self, lang: str) -> list[str]:
        """What must stand on every sheet: a table that nobody issued or part of one, figures that nobody counted."""
        return marks_of(self.table, lang, demo=self.demo)


def marks_of(table: Table, lang: str, *, demo: bool) -> list[str]:
    """The marks of what is printed from ``table``; ``demo``: something in it is invented."""
    t = translator(lang)
    marks = [t("TEMPLATE – not an official criteria table")] if table.template else []
    marks += [t("EXCERPT – not the whole criteria table")] if table.excerpt else []
    return [*marks, t("DEMO DATA – invented figures")] if demo else marks


def gather(store: Store, person: Person, table: Table, unit: str, month: Month) -> Assessment:
    """Score ``unit`` as of ``month`` and number its evidence in the order of the law; needs the right to export."""
    known = find_unit(store, person, unit)
    require(person, Action.EXPORT, unit)
    found = coverage(store, person, table, unit, month.year)
    return Assessment(known, score_unit(store, person, table, unit, month), found, _numbered(found))


def _numbered(found: Coverage) -> tuple[EvidenceRow, ...]:
    rows: list[EvidenceRow] = []
    for covered in found.leaves.values():
        of_document: dict[int, list[Link]] = {}
        for link in covered.links:
            of_document.setdefault(link.document.id, []).append(link)
        for links in of_document.values():
            rows.append(EvidenceRow(len(rows) + 1, covered.leaf, links[0].document, tuple(links)))
    return tuple(rows)

"""Looking things up in criteria tables: leaves by words and field, the rule as printed, what reads an indicator."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from data.figures.typed import fold
from scoring.table import Leaf, Node, Table


@dataclass(frozen=True)
class Use:
    """A leaf that reads an indicator, or a node whose gate does."""

    table: Table
    part: Leaf | Node


def leaves_found(table: Table, words: str = "", field: str = "") -> tuple[Leaf, ...]:
    """The leaves, in the order of the law, that hold every word of ``words`` and stand in the first-level ``field``.

    Accents and capitals do not matter ("thu tuc" finds "Thủ tục"); a word may be part of a longer one. Searched are
    code, titles (those above it too), the rule's words, the quote and its place, inputs, evidence, lead and notes.
    No words: every leaf.
    """
    asked = fold(words).split()
    found: list[Leaf] = []
    for part in table.tree.children:
        if field in ("", part.id):
            found += [leaf for leaf, said in _texts(table, part) if all(word in said for word in asked)]
    return tuple(found)


def _texts(table: Table, part: Node | Leaf, above: str = "") -> Iterator[tuple[Leaf, str]]:
    """Each leaf below with all that can be searched, the titles of the nodes above it included; folded."""
    if isinstance(part, Leaf):
        yield part, f"{above} {_text(table, part)}"
        return
    here = f"{above} {fold(f'{part.title} {part.title_en} {part.lead}')}"
    for child in part.children:
        yield from _texts(table, child, here)


def _text(table: Table, leaf: Leaf) -> str:
    reference = leaf.reference
    said = [leaf.id, leaf.title, leaf.title_en, leaf.lead, leaf.note]
    said += [reference.quote, reference.place, reference.document, reference.note, reference.derived]
    said += [need.title for need in leaf.evidence]
    for term in leaf.terms:
        said += [term.words, *(piece.words for piece in term.pieces)]
    parts = [term.part.nothing_arose for term in leaf.terms if term.part is not None]
    said += [one.words for policy in (*parts, leaf.nothing_arose) if policy is not None for one in policy.chain()]
    for code in leaf.codes:
        indicator = table.indicators.get(code)
        said += [code] if indicator is None else [code, indicator.title, indicator.title_en, indicator.source]
    return fold(" ".join(said))


def uses(tables: Iterable[Table], code: str) -> list[Use]:
    """Every leaf and gate of ``tables`` that reads the indicator ``code``, in the order of the law."""
    found = []
    for table in tables:
        found += [Use(table, n) for n in table.nodes if n.gate is not None and code in n.gate.input.codes]
        found += [Use(table, leaf) for leaf in table.leaves if code in leaf.codes]
    return found


def most_alike(table: Table, tables: Iterable[Table]) -> list[Table]:
    """The other tables of its kind, the largest share of indicators in common first: its other editions lead."""
    others = [one for one in tables if one.id != table.id and one.kind is table.kind]
    return sorted(others, key=lambda one: -_in_common(one, table))


def _in_common(one: Table, other: Table) -> Fraction:
    first, second = one.indicators.keys(), other.indicators.keys()
    return Fraction(len(first & second), len(first | second) or 1)

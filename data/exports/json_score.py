"""A score as one JSON object: ``thuoc score --json`` and the export ``json`` give the same.

Numbers are decimal texts, never floats. Shares are per cent in points with six places, beside the two counts they come
from; other numbers have no closing zeros. What is not known is null, never 0.
"""

import json
from fractions import Fraction
from typing import Any

from data.accounts.person import Person
from data.evidence.coverage import LeafCoverage, coverage
from data.exports.assessment import Assessment
from data.exports.words import rule_words
from data.figures.observation import Observation
from data.language import render
from data.scores.asked import asked_for
from data.scores.gates import GateStanding, gates
from data.scores.unit import UnitScore
from data.store.opening import Store
from scoring.evaluator import TermScore
from scoring.exact import decimal_text, round_half_away
from scoring.explanation import explain, explain_gap
from scoring.expression import parse_expression
from scoring.full_explanation import explain_fully
from scoring.gap import Gap, Step
from scoring.held import explain_held
from scoring.indicator import Formation, Indicator, Measure
from scoring.messages import Message
from scoring.period import Month
from scoring.quantity import State
from scoring.readings import Needs
from scoring.shown_as import shown_as
from scoring.table import Leaf, Node, Table, TableKind


def score_object(store: Store, person: Person, scored: UnitScore) -> dict[str, Any]:
    """The object for a scored unit, with its evidence; ``met``, ``unmet``, ``unknown`` in a table of targets."""
    found = coverage(store, person, scored.table, scored.unit, scored.month.year)
    total, table = scored.score.total, scored.table
    counted: dict[str, Any] = {
        "points": plain(total.points),
        "points_sure": plain(total.sure),
        "points_possible": plain(total.possible),
    }
    if table.kind is TableKind.TARGETS:
        counted = {
            "met": str(total.met),
            "unmet": str(total.unmet),
            "unknown": str(total.unknown),
            "not_applicable": str(total.not_applicable),
        }
    return {
        "table": table.id,
        "edition": table.edition,
        "unit": scored.unit,
        "month": str(scored.month),
        **counted,
        "max": plain(total.max),
        "applicable_max": plain(total.applicable_max),
        "measured_max": plain(total.measured_max),
        "bonus": plain(total.bonus),
        "bonus_max": plain(total.bonus_max),
        "index": per_cent(total.index),
        "index_numerator": plain(total.points),
        "index_denominator": plain(total.measured_max),
        "index_sure": per_cent(total.index_sure),
        "index_possible": per_cent(total.index_possible),
        "template": table.template,
        "excerpt": table.excerpt,
        "demo": scored.demo or any(link.document.demo for link in found.links),
        "evidence_required": str(found.total.required),
        "evidence_answered": str(found.total.answered),
        "held": [held for node in table.nodes for held in _held(scored, node)],
        "gates": [_gate(gate, table) for gate in gates(scored)],
        "lines": [_line(scored, leaf, found.leaves[leaf.id]) for leaf in table.leaves],
    }


def make(store: Store, person: Person, assessment: Assessment, lang: str) -> bytes:
    """The format ``json``: the object as UTF-8 text. It holds both languages, so ``lang`` changes nothing."""
    found = {**score_object(store, person, assessment.scored), "exported_by": person.name}
    return json.dumps(found, ensure_ascii=False, indent=2).encode()


def plain(value: Fraction | None) -> str | None:
    """A number with at most six places; ``None`` stays null."""
    return None if value is None else decimal_text(value, 6)


def per_cent(share: Fraction | None) -> str | None:
    """A share as per cent in points with exactly six places, half away from zero: 61/75 is ``"81.333333"``."""
    if share is None:
        return None
    millionths = round_half_away(share * 100, Fraction(1, 10**6)) * 10**6
    whole, part = divmod(abs(int(millionths)), 10**6)
    return f"{'-' if millionths < 0 else ''}{whole}.{part:06d}"


def _held(scored: UnitScore, node: Node) -> list[dict[str, Any]]:
    """A node whose points are not the sum of its parts, and why."""
    total, parts = scored.score.of(node), scored.score.parts(node)
    return [
        {
            "id": node.id,
            "points": plain(total.points),
            "parts": plain(parts.points),
            "explanation_vi": render(message, "vi"),
            "explanation_en": render(message, "en"),
        }
        for message in explain_held(node, scored.score)
    ]


def _gate(gate: GateStanding, table: Table) -> dict[str, Any]:
    """A gate of a node: ``state`` is open, closed or unknown; its figure and where that stands."""
    return {
        "id": gate.node.id,
        "title": gate.node.title,
        "words": gate.words,
        "state": gate.state.value,
        "inputs": [_input(term, table) for term in gate.line.terms],
        "sources": [_source(observation) for observation in gate.sources],
    }


def _line(scored: UnitScore, leaf: Leaf, evidence: LeafCoverage) -> dict[str, Any]:
    table, line = scored.table, scored.line(leaf)
    inputs = [_input(term, table) for term in line.terms]
    only = inputs[0] if len(inputs) == 1 else {"numerator": None, "denominator": None, "value": None}
    explained = explain(line, table)
    account = explain_fully(line, scored.gap(leaf), table)
    return {
        "id": leaf.id,
        "title": leaf.title,
        "max": plain(leaf.max),
        "points": plain(line.points),
        "points_sure": plain(line.sure),
        "points_possible": plain(line.possible),
        **({"met": line.met} if table.kind is TableKind.TARGETS else {}),
        "scored_by": leaf.scored_by.value,
        "state": line.state.value,
        "numerator": only["numerator"],
        "denominator": only["denominator"],
        "value": only["value"],
        "inputs": inputs,
        "missing_months": [str(month) for month in line.missing_months],
        "missing_before": _before(scored, leaf),
        "kind": leaf.kind,
        "rule": rule_words(leaf, table),
        "reference": {
            "document": leaf.reference.document,
            "place": leaf.reference.place,
            "page": leaf.reference.page,
            "quote": leaf.reference.quote,
            "derived": leaf.reference.derived,
        },
        "explanation_vi": render(explained, "vi"),
        "explanation_en": render(explained, "en"),
        "account_vi": render(account, "vi"),
        "account_en": render(account, "en"),
        "sources": [_source(observation) for observation in scored.sources(leaf)],
        "evidence": [_evidence(evidence, at) for at in range(len(evidence.links))],
        "evidence_missing": [need.need.title for need in evidence.missing],
        "gap": _gap(scored.gap(leaf), table),
    }


def _before(scored: UnitScore, leaf: Leaf) -> list[dict[str, str]]:
    """Figures of the year before that the leaf waits for, month by month."""
    found = asked_for(scored.line(leaf).read, scored.figures).items()
    owed = ((one.code, month) for one, months in found if one.needs is Needs.LAST_YEAR for month in months)
    year = scored.month.year - 1
    return [{"indicator": code, "month": str(Month(year, number))} for code, number in owed]


def _input(term: TermScore, table: Table) -> dict[str, Any]:
    """One input of the leaf. Counts of an unfinished year are left out: they are no measured figure."""
    quantity = term.quantity
    known = quantity.state is not State.MISSING
    return {
        "input": term.term.input.source,
        "state": quantity.state.value,
        "numerator": plain(quantity.numerator) if known else None,
        "denominator": plain(quantity.denominator) if known else None,
        "value": _x(quantity.x, shown_as(term.term.input, table.reads)),
        "words": term.piece.words if term.piece else "",
    }


def _x(x: Fraction | None, indicator: Indicator | None) -> str | None:
    """A year's figure: shares in per cent points, a date as days after the last day on time, yes as 1."""
    if x is None:
        return None
    if indicator is not None and indicator.formation is not Formation.MONTHS_COVERED:
        if indicator.measure is Measure.PERCENT:
            return plain(x * 100)
        if indicator.measure is not Measure.RATIO:
            return plain(x)
    return per_cent(x)


def _source(observation: Observation) -> dict[str, Any]:
    """Where a month's figure stands; ``file``, ``sheet``, ``cell`` and ``sha256`` are null for one that was typed."""
    typed = observation.import_seq is None
    return {
        "indicator": observation.indicator,
        "month": str(observation.month),
        "file": None if typed else observation.file_name,
        "sheet": None if typed else observation.sheet,
        "cell": None if typed else observation.cells,
        "sha256": None if typed else observation.sha256,
        "person": observation.person_name,
        "at": f"{observation.acted_at.isoformat()}Z",
        "typed": typed,
    }


def _evidence(covered: LeafCoverage, at: int) -> dict[str, Any]:
    link = covered.links[at]
    document = link.document
    answers = link.need is not None and link.need < len(covered.needs)
    return {
        "id": str(document.id),
        "revision": str(document.revision),
        "need": covered.needs[link.need].need.title if answers and link.need is not None else None,
        "number": document.description.number,
        "issued_on": document.description.issued_on.isoformat() if document.description.issued_on else None,
        "issuer": document.description.issuer,
        "abstract": document.description.abstract,
        "page": link.page,
        "file": document.file_name,
        "sha256": document.sha256,
    }


def _gap(gap: Gap | None, table: Table) -> dict[str, Any] | None:
    if gap is None:
        return None
    words = explain_gap(gap, table) or Message("")
    return {
        "lost": plain(gap.lost),
        "more": plain(gap.more),
        "next": _step(gap.next, table),
        "full": _step(gap.full, table),
        "words_vi": render(words, "vi"),
        "words_en": render(words, "en"),
    }


def _step(step: Step | None, table: Table) -> dict[str, Any] | None:
    if step is None:
        return None
    return {
        "input": step.input,
        "x": _x(step.x, shown_as(parse_expression(step.input), table.reads)),
        "strict": step.strict,
        "down": step.down,
        "points": plain(step.points),
        "repaired": None if step.repaired is None else str(step.repaired),
        "added": None if step.added is None else str(step.added),
        "change": None if step.change is None else str(step.change),
    }

"""Sentences that several formats print: the rule, the figure, the state, the notes of a line."""

from data.evidence.coverage import LeafCoverage
from data.language import render, translator
from scoring.evaluator import LeafScore
from scoring.explanation import explain, term_message
from scoring.full_explanation import explain_with_basis
from scoring.messages import Message
from scoring.quantity import State
from scoring.table import Leaf, Node, ScoredBy, Table, TableKind


def rule_words(leaf: Leaf, table: Table) -> str:
    """The rule in the law's own words: each piece's once; of a target only what meets it; else the law's quote."""
    words: dict[str, None] = {}
    for term in leaf.terms:
        best = max(piece.intercept for piece in term.pieces)
        for piece in term.pieces:
            if table.kind is TableKind.TARGETS and piece.intercept != best:
                continue
            if piece.words:
                words[piece.words] = None
    return "; ".join(words) or leaf.reference.quote


def title_of(part: Node | Leaf | Table, lang: str) -> str:
    """The title in ``lang``; the law's Vietnamese where there is no English one."""
    return part.title_en if lang == "en" and part.title_en else part.title


def figure_words(line: LeafScore, table: Table, lang: str) -> str:
    """The figure of a line in words; blank where nothing is known of any of its inputs."""
    parts = []
    for term in line.terms:
        words = render(term_message(term, table.reads), lang)
        parts.append(f"{term.term.words}: {words}" if term.term.words else words)
    return "" if all(term.quantity.state is State.MISSING for term in line.terms) else "; ".join(parts)


def explanation(line: LeafScore, table: Table, lang: str) -> str:
    """Why the line has its points."""
    return render(explain(line, table), lang)


def explanation_with_basis(line: LeafScore, table: Table, lang: str) -> str:
    """The same with the document and its article: it stands by itself, in print and above a leaf's page."""
    return render(explain_with_basis(line, table), lang)


def target_state(line: LeafScore, lang: str) -> str:
    """The word of the column that a table of targets is counted by."""
    t = translator(lang)
    if line.state is State.NOT_APPLICABLE:
        return t("Not applicable")
    if line.met is None:
        return t("No figure yet")
    return t("Met") if line.met else t("Not met")


def notes(line: LeafScore, covered: LeafCoverage, table: Table, lang: str) -> str:
    """The note column: who scores the leaf, what evidence is missing, what may contradict it, which reading is ours."""
    t = translator(lang)
    found = []
    if line.leaf.scored_by is ScoredBy.SURVEY:
        found.append(t("Scored by survey: not self-assessed."))
    if line.leaf.scored_by is ScoredBy.APPRAISER:
        found.append(t("Scored by the appraiser: not self-assessed."))
    if line.state is State.NOT_APPLICABLE:
        found.append(t("Not applicable") + ".")
    if covered.missing:
        found.append(t("Evidence missing: {titles}.", titles=tuple(need.need.title for need in covered.missing)))
    for conflict in table.conflicts_of(line.leaf.id):
        others = tuple(name for name in conflict.leaves if name != line.leaf.id)
        about = conflict.about_en if lang == "en" and conflict.about_en else conflict.about
        found.append(t("Possible conflict with {others}: {about}", others=others, about=about))
    if line.leaf.reference.derived:
        found.append(t("Reading of whoever made this table: {derived}", derived=line.leaf.reference.derived))
    return "\n".join(found)


def reason_missing(line: LeafScore, table: Table, lang: str) -> str:
    """One line of the list of what has no points yet, with the reason."""
    return render(
        Message(
            "{id} {title}: {reason}",
            {"id": line.leaf.id, "title": title_of(line.leaf, lang), "reason": explain(line, table)},
        ),
        lang,
    )

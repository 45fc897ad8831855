"""The lint: what is wrong with a criteria table, read off its pieces. All problems at once, each with its place.

Places are key paths as in the criteria file (``tree.0.children.2``); ``data.criteria`` adds the line. What could not be
read of the file is unknown: only what holds however it is mended is told.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from scoring.evaluator import domain
from scoring.lint_coverage import coverage_problems
from scoring.lint_damage import Damage
from scoring.lint_formulas import formula_problems
from scoring.lint_indicators import indicator_problems
from scoring.lint_nothing_arose import nothing_arose_problems
from scoring.lint_parts import part_problems
from scoring.lint_readings import reading_problems
from scoring.lint_rows import row_problems
from scoring.lint_shares import share_problems
from scoring.lint_tree import node_problems
from scoring.lint_words import word_problems
from scoring.messages import Message, Problem, _
from scoring.piece import Term, bounds
from scoring.readings import is_suited
from scoring.table import Combine, Leaf, Node, Table

Placed = tuple[str, Node | Leaf]


def lint(table: Table, damage: Damage | None = None) -> list[Problem]:
    """All problems of ``table`` that do not hang on what ``damage`` says could not be read of its file."""
    damage = damage if damage is not None else Damage()
    items = list(_placed(table.tree.children, "tree"))
    problems = [*_ids(items, damage), *indicator_problems(table, damage), *row_problems(table, damage)]
    problems += _conflicts(table, items, damage)
    for place, item in items:
        if isinstance(item, Node):
            problems += node_problems(item, table, place, damage)
        else:
            problems += _leaf(item, table, place, damage)
    return [*problems, *node_problems(table.tree, table, "", damage)]


def _placed(children: Sequence[Node | Leaf], parts: str) -> Iterator[Placed]:
    for index, child in enumerate(children):
        place = f"{parts}.{index}"
        yield place, child
        if isinstance(child, Node):
            yield from _placed(child.children, f"{place}.children")


def _ids(items: Sequence[Placed], damage: Damage) -> Iterator[Problem]:
    found: dict[str, list[str]] = {}
    for place, item in items:
        if not damage.lost(f"{place}.id"):
            found.setdefault(item.id, []).append(place)
    for name, places in found.items():
        if len(places) > 1:
            yield Problem(
                "C101",
                Message(_("The id {id} is used {count} times."), {"id": name, "count": len(places)}),
                Message(_("Give each node and leaf an id of its own.")),
                places[0],
            )


def _conflicts(table: Table, items: Sequence[Placed], damage: Damage) -> Iterator[Problem]:
    known = {leaf.id for leaf in table.leaves}
    below = [f"{place}.children.{len(item.children)}" for place, item in items if isinstance(item, Node)]
    ids = [key for place, item in items for key in (f"{place}.id", *_leaf_if(place, item))]
    if damage.hits(f"tree.{len(table.tree.children)}", *below, *ids):
        return  # any name may be that of a leaf which could not be read
    for index, conflict in enumerate(table.conflicts):
        place = f"conflicts.{index}.leaves"
        for number, name in enumerate(conflict.leaves):
            if name not in known and not damage.lost(f"{place}.{number}"):
                yield Problem(
                    "C106",
                    Message(_("The conflict names {id}, which is no leaf of this table."), {"id": name}),
                    Message(_("Write the id of a leaf.")),
                    place,
                )


def _leaf_if(place: str, item: Node | Leaf) -> tuple[str, ...]:
    """The key on which it hangs that this is a leaf."""
    return (f"{place}.children",) if isinstance(item, Leaf) else ()


def _leaf(leaf: Leaf, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    if damage.lost(place) or damage.hits(*_leaf_if(place, leaf)):
        return
    for name in leaf.codes:
        if name not in table.indicators and not damage.lost(f"indicators.{name}"):
            yield Problem(
                "C120",
                Message(
                    _("The leaf {id} reads the indicator {code}, which is not declared."), {"id": leaf.id, "code": name}
                ),
                Message(_("Declare it under indicators:, or correct the code.")),
                f"{place}.{_reading(leaf, name)}",
            )
    if not leaf.reference.quote and not damage.hits(f"{place}.reference"):
        yield Problem(
            "C121",
            Message(_("The leaf {id} has no reference to the law."), {"id": leaf.id}),
            Message(_("Write reference: with the place and the words of the document.")),
            place,
        )
    yield from formula_problems(leaf, table, place, damage)
    yield from part_problems(leaf, table, place, damage)
    yield from reading_problems(leaf, table, place, damage)
    yield from nothing_arose_problems(leaf, table, place, damage)
    beyond = False
    for term in leaf.terms:
        rule = f"{place}.{_holder(term)}rule"
        if _figures_known(term, table, damage) and not damage.lost(rule):
            typed = list(share_problems(leaf, term, table, rule))  # who writes 80 for 80% is told that, and no more
            beyond |= bool(typed)
            yield from typed or coverage_problems(leaf, term, table, rule)
            yield from word_problems(leaf, term, table, rule)
    rules = [f"{place}.{_holder(term)}rule" for term in leaf.terms] or [f"{place}.rule"]
    known = all(_figures_known(term, table, damage) for term in leaf.terms)
    if (
        known
        and not beyond
        and not damage.hits(
            *rules, f"{place}.max", f"{place}.combine", f"{place}.formulas.{len(leaf.formulas)}", f"{place}.parts"
        )
    ):
        yield from _reachable(leaf, table, place)
    yield from _step(leaf, table, place, damage, scale=not damage.hits(*rules))


def _figures_known(term: Term, table: Table, damage: Damage) -> bool:
    """False where the term reads what is not declared, or of which it is not known what figures it can have."""
    known = all(code in table.indicators and not damage.figure(code) for code in term.input.codes)
    return known and all(is_suited(name, table.indicators) for name in term.input.names)


def _holder(term: Term) -> str:
    if term.part is not None:
        return f"parts.{term.part.number}."
    return "" if term.when is None else f"formulas.{term.when.formula}."


def _reading(leaf: Leaf, code: str) -> str:
    """The key that names the indicator ``code``."""
    for term in leaf.terms:
        if term.when is not None and code == term.when.choice:
            return f"{_holder(term)}when.input"
        if code in term.input.codes:
            return f"{_holder(term)}input"
        policy = None if term.part is None else term.part.nothing_arose
        if policy is not None and any(code in one.codes for one in policy.inputs):
            return f"{_holder(term)}nothing_arose"
    return "input"


def _step(leaf: Leaf, table: Table, place: str, damage: Damage, *, scale: bool) -> Iterator[Problem]:
    """``scale`` is whether the rules could be read."""
    step, most, least = damage.hits("rounding"), damage.hits(f"{place}.max"), damage.hits(f"{place}.lowest")
    fine = [bound for bound, lost in ((leaf.max, most), (leaf.lowest, least)) if not lost]
    if not step and any((bound / table.step).denominator != 1 for bound in fine):
        yield Problem(
            "C133",
            Message(
                _("The bounds of {id} are finer than the rounding step {step}."), {"id": leaf.id, "step": table.step}
            ),
            Message(_("Correct max or lowest, or the step under rounding:.")),
            f"{place}.max",
        )
    if leaf.max < 0 and not most:
        yield Problem(
            "C193",
            Message(_("The maximum of {id} lies below zero."), {"id": leaf.id}),
            Message(_("Points that are only taken away have max: 0, and lowest: the most that is taken, such as -3.")),
            f"{place}.max",
        )
    elif leaf.lowest > leaf.highest and not most and not least:
        yield Problem(
            "C134",
            Message(_("The least points of {id} are more than its maximum."), {"id": leaf.id}),
            Message(_("Correct lowest: or max:.")),
            f"{place}.lowest",
        )
    falls = any(piece.slope < 0 or piece.intercept < 0 for term in leaf.terms for piece in term.pieces)
    if leaf.max == 0 and leaf.lowest == 0 and falls and scale and not most and not least:
        yield Problem(
            "C135",
            Message(
                _("The rule of {id} takes points away, but its lowest is 0: nothing would be taken."), {"id": leaf.id}
            ),
            Message(_("Write lowest: and the most that can be taken away, such as -2.")),
            f"{place}.lowest",
        )


def _reachable(leaf: Leaf, table: Table, place: str) -> Iterator[Problem]:
    each = [_best(formula, table) for _when, formula in leaf.formulas] or [_best(leaf, table)]
    known = [best for best in each if best is not None]
    if len(known) < len(each):
        return
    best = max(known)
    if best != leaf.highest:
        yield Problem(
            "C132",
            Message(
                _("The rule of {id} gives at most {best}, not its maximum {max}."),
                {"id": leaf.id, "best": best, "max": leaf.highest},
            ),
            Message(
                _("Correct the points of the parts, or max. A part that only takes away has max: 0, and its lowest:.")
                if leaf.combine is Combine.SUM and any(term.part is not None for term in leaf.terms)
                else _("Correct the points of the best band, or max.")
            ),
            f"{place}.max",
        )


def _best(leaf: Leaf, table: Table) -> Fraction | None:
    """The most that the terms of ``leaf`` come to together; ``None`` where there is no bound."""
    highs = [bounds(term.pieces, *domain(term, table.reads))[1] for term in leaf.terms]
    known = [high for high in highs if high is not None]
    if len(known) < len(highs):
        return None
    return {Combine.SUM: sum(known, Fraction(0)), Combine.MAX: max(known), Combine.MIN: min(known)}[leaf.combine]

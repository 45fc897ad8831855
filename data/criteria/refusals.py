"""What pydantic and the rule models refuse, told to the author of a criteria file at line and key."""

import re
from collections.abc import Iterable, Iterator

from pydantic_core import ErrorDetails

from data.criteria.nameless import named
from data.criteria.rules import RuleRefused
from data.criteria.salvage import code_of, key_path
from data.criteria.yaml_text import Path, Source
from scoring.expression import ExpressionError
from scoring.kinds import KINDS
from scoring.messages import Message, Problem, _

ONE_OF = _("Use one of: {kinds}.")
# Code of the refusal -> (problem code, what is wrong, what to do).
SAID: dict[str, tuple[str, str, str]] = {
    "missing": ("C010", _("The key {key} is missing."), _("Add it; criteria/README.md tells what it means.")),
    "extra_forbidden": ("C011", _("The key {key} is not known here."), _("Correct its spelling, or remove it.")),
    "number_not_exact": (
        "C012",
        _("{value} is not an exact number."),
        _("Write 0.5, 80% or 2/3, with a full stop and no thousands separator."),
    ),
    "yes_or_no": ("C013", _("{value} is neither yes nor no."), _("Write yes or no.")),
    "not_an_expression": (
        "C014",
        _("{value} is not an input."),
        _("Write an indicator's code, a reading such as last_year(CODE), or these joined by + - * / and larger(A, B)."),
    ),
    "not_an_expression_part": (
        "C014",
        _("{value} is not an input: {part} is none."),
        _("Write an indicator's code, a reading such as last_year(CODE), or these joined by + - * / and larger(A, B)."),
    ),
    "two_lower_bounds": ("C015", _("The band has both from and over."), _("Keep the one that the law prints.")),
    "two_upper_bounds": ("C016", _("The band has both to and under."), _("Keep the one that the law prints.")),
    "band_empty": (
        "C017",
        _("The band holds no number at all."),
        _("Its lower bound must lie below its upper bound; per cent is written with its sign, 80% and not 80."),
    ),
    "floor_above_full": (
        "C018",
        _("The floor lies above full_from, or is not positive."),
        _("Correct floor or full_from; per cent is written with its sign, 80% and not 80."),
    ),
    "full_from_not_positive": (
        "C019",
        _("full_from must be above zero."),
        _("Write the share that earns the maximum."),
    ),
    "option_twice": ("C020", _("Two options have the same number."), _("Give each option a number of its own.")),
    "count_not_whole": ("C021", _("A tier's count is not a whole number."), _("Write at_least: 4.")),
    "tiers_not_falling": ("C022", _("The tiers are not in falling order."), _("Write the highest count first.")),
    "one_comparison": (
        "C023",
        _("A target has exactly one comparison."),
        _("Keep one of at_least, over, at_most, under, equal."),
    ),
    "bounds_not_rising": ("C032", _("from does not lie below to."), _("Write the smaller bound under from.")),
    "each_not_positive": (
        "C033",
        _("The points for each one must be above zero."),
        _("Write how many points one is worth, or takes away, without a sign."),
    ),
    "ceiling_not_positive": (
        "C034",
        _("The ceiling must be above zero."),
        _("Write the most that all together give or take away."),
    ),
    "free_negative": ("C035", _("free must not be below zero."), _("Write how many cost nothing.")),
    "rule_and_formulas": (
        "C036",
        _("The leaf has both a rule and formulas."),
        _("Keep the one rule, or the formulas that a choice selects."),
    ),
    "input_beside_formulas": (
        "C037",
        _("The leaf has formulas: each of them names its own input."),
        _("Move input: into the formulas."),
    ),
    "gate_one_comparison": (
        "C038",
        _("A gate has exactly one comparison, or nothing_arose: closed alone."),
        _("Keep one of at_most, under, at_least, over, equal: where it is closed."),
    ),
    "only_of_nodes": (
        "C039",
        _("{key} belongs to a node with children, not to a leaf."),
        _("Put the leaf under a node that has it, or write formulas."),
    ),
    "rule_and_children": ("C024", _("{key} has both a rule and children."), _("Score it, or its children; not both.")),
    "too_deep": ("C025", _("The tree is deeper than four levels."), _("Real tables have at most four; merge a level.")),
    "no_rule": ("C026", _("{key} has neither a rule nor children."), _("Give the leaf its rule.")),
    "no_max": (
        "C027",
        _("The leaf has no maximum."),
        _("Write max:; 1 for a target, 0 for a leaf that is only tracked."),
    ),
    "unknown_kind": ("C028", _("The rule kind is not known."), ONE_OF),
    "input_missing": ("C029", _("The leaf has no input."), _("Write input: and an indicator's code.")),
    "member_twice": ("C060", _("Two members have the same code."), _("Name each unit of the bloc once.")),
    "rank_of_no_member": (
        "C061",
        _("A published rank names a unit that is no member."),
        _("Add the unit to members:, or correct its code."),
    ),
    "rule_and_parts": (
        "C071",
        _("The leaf has parts beside a rule or formulas."),
        _("Keep one of rule, formulas and parts."),
    ),
    "input_beside_parts": (
        "C072",
        _("The leaf has parts: each of them names its own input."),
        _("Move input: into the parts."),
    ),
    "part_of_parts": (
        "C073",
        _("A checklist is no part of a leaf: it has parts of its own."),
        _("Write each of its items as a part."),
    ),
    "part_over_max": (
        "C074",
        _("The part gives more points than its maximum."),
        _("Correct the points of its rule, or max:."),
    ),
    "band_one_way": (
        "C077",
        _("The band says its points in no way, or in two."),
        _("Write one of points:, times:, or from_points: with to_points:."),
    ),
    "line_without_ends": (
        "C078",
        _("The line of the band has no two ends."),
        _("Write from_points: and to_points:, and a lower and an upper bound."),
    ),
    "lowest_over_max": (
        "C076",
        _("The least points of the part are more than its maximum."),
        _("Correct lowest: or max:."),
    ),
    "only_of_dates": ("C070", _("{key} belongs to a date."), _("Remove it, or write measure: date.")),
    "not_a_row_expression": (
        "C080",
        _("{value} cannot be reckoned in a row of a register."),
        _("Use columns, numbers, + - *, larger(), smaller() and days_late(DAY, DEADLINE); write 0.5, not 1/2."),
    ),
    "not_a_row_expression_part": (
        "C080",
        _("{part} cannot stand in what is reckoned in a row of a register."),
        _("Use columns, numbers, + - *, larger(), smaller() and days_late(DAY, DEADLINE); write 0.5, not 1/2."),
    ),
    "rows_without_of": (
        "C081",
        _("The indicator has rows: but does not say what each row counts."),
        _("Write of: and what is added up, such as 1 or smaller(DAYS_LATE, 10)."),
    ),
    "only_of_rows": (
        "C082",
        _("{key} belongs to an indicator that is formed from rows."),
        _("Write rows: and the code of the register, or remove it."),
    ),
    "input_not_here": ("C030", _("This kind names its inputs in the rule."), _("Remove input: from the leaf.")),
}
OTHER = ("C031", _("{value} is not accepted for {key}."), _("criteria/README.md tells what this key takes."))


def schema_problems(errors: Iterable[ErrorDetails], source: Source, at: Path = ()) -> Iterator[Problem]:
    """One problem for each pydantic error, at the line of its key. ``at`` is where the checked mapping stands."""
    told: list[tuple[str, Path]] = []
    given = list(errors)
    paths: list[Path] = [(*at, *key_path(error["loc"])) for error in given]
    for error, path in zip(given, paths, strict=True):
        found = code_of(error)
        choice = error["type"] in ("literal_error", "is_instance_of") and isinstance(error.get("input"), dict)
        if choice and any(_below(other, path) for other in paths):
            continue  # a choice of words or a mapping, and it is the mapping that is wrong inside: that is told
        code = SAID.get(found, OTHER)[0]
        if (code, path) not in told:  # each member of a union refuses in its own words
            told.append((code, path))
            yield _problem(found, path, source, error.get("input"), choices=_choices(error), part=_offending(error))


def _below(path: Path, other: Path) -> bool:
    return len(path) > len(other) and path[: len(other)] == other


def rule_problems(refused: RuleRefused, source: Source) -> Iterator[Problem]:
    """The problems of one leaf's rule."""
    if refused.errors:
        yield from schema_problems(refused.errors, source, refused.path)
    else:
        yield _problem(refused.code, refused.path, source, None, refused.name)


def _choices(error: ErrorDetails) -> tuple[str, ...]:
    """The words that a choice can be; none where anything else was refused."""
    expected = str(error.get("ctx", {}).get("expected", "")) if error["type"] in ("literal_error", "enum") else ""
    return tuple(re.findall(r"'([^']+)'", expected))


def _offending(error: ErrorDetails) -> str:
    """The part of an input that is none; empty where the whole of it is meant, or nothing of the kind."""
    wrong = error.get("ctx", {}).get("error")
    cause = wrong.__cause__ if isinstance(wrong, ValueError) else None
    part = str(cause.args[0]) if isinstance(cause, ExpressionError) else ""
    return "" if part == str(error.get("input")).strip() else part


def _problem(
    found: str,
    path: Path,
    source: Source,
    value: object,
    name: str = "",
    *,
    choices: tuple[str, ...] = (),
    part: str = "",
) -> Problem:
    code, what, cure = SAID.get(f"{found}_part" if part else found, OTHER)
    cure = ONE_OF if choices else cure
    said = {dict: "{…}", list: "[…]", type(None): ""}
    shown = said.get(type(value), str(value)[:80])
    kinds = source.answers(path, choices or tuple(KINDS)) if cure == ONE_OF else ()
    values = {"key": name or source.said(path), "value": shown, "kinds": kinds, "part": part[:80]}
    problem = Problem(code, Message(what, values), Message(cure, values))
    if found == "gate_one_comparison":  # where the first of the comparisons stands, or should
        path = (*path, "at_most")
    return source.placed(named(problem, source.content, path), path)

"""The lint of a leaf with several formulas: one choice decides, and each of its answers has exactly one formula."""

from collections.abc import Iterator
from fractions import Fraction

from scoring.indicator import Formation, Indicator, Measure
from scoring.lint_damage import Damage
from scoring.messages import Message, Problem, _
from scoring.piece import Condition
from scoring.table import Leaf, Table


def formula_problems(leaf: Leaf, table: Table, place: str, damage: Damage) -> Iterator[Problem]:
    """What is wrong with the conditions of ``leaf``, at the key path ``place``; nothing for a leaf with one rule."""
    within = f"{place}.formulas"
    all_conditions = [when for when, _formula in leaf.formulas]
    conditions = [when for when in all_conditions if not damage.lost(f"{within}.{when.formula}.when.input")]
    if not conditions:
        return
    choice = conditions[0].choice
    for when in conditions:
        if when.choice != choice:
            yield Problem(
                "C142",
                Message(
                    _("The formulas of {id} ask for different choices: {one} and {other}."),
                    {"id": leaf.id, "one": choice, "other": when.choice},
                ),
                Message(_("Let one choice decide which formula applies.")),
                f"{within}.{when.formula}.when.input",
            )
            return
    if choice not in table.indicators or damage.hits(*(f"indicators.{choice}.{key}" for key in ("measure", "year"))):
        return
    indicator = table.indicators[choice]
    if not _is_choice(indicator):
        yield Problem(
            "C146",
            Message(_("The formulas of {id} hang on {code}, which is no choice."), {"id": leaf.id, "code": choice}),
            Message(_("Use an indicator that is a choice or yes/no, and whose year is no count of months.")),
            f"{within}.{conditions[0].formula}.when.input",
        )
        return
    if damage.figure(choice):
        return
    conditions = [when for when in conditions if not damage.hits(f"{within}.{when.formula}.when.is")]
    every = len(conditions) == len(all_conditions) and not damage.lost(f"{within}.{len(all_conditions)}")
    yield from _answers(leaf, conditions, answers_of(indicator), choice, within, every=every)


def _answers(
    leaf: Leaf, conditions: list[Condition], answers: set[Fraction], choice: str, within: str, *, every: bool
) -> Iterator[Problem]:
    """``every`` is whether the conditions of all formulas could be read."""
    for when in conditions:
        for value in when.values:
            if value not in answers:
                text = _("{value} is no answer of {code}.")
                yield _answer_problem("C145", text, leaf, choice, value, f"{within}.{when.formula}.when.is")
    for value in sorted(answers):
        naming = [when for when in conditions if value in when.values]
        if not naming and every:
            text = _("No formula of {id} applies to the answer {value} of {code}.")
            yield _answer_problem("C143", text, leaf, choice, value, within)
        elif len(naming) > 1 or (naming and naming[0].values.count(value) > 1):
            text = _("Two formulas of {id} apply to the answer {value} of {code}.")
            yield _answer_problem("C144", text, leaf, choice, value, f"{within}.{naming[-1].formula}.when.is")


def answers_of(indicator: Indicator) -> set[Fraction]:
    """The numbers of a choice's answers; 0 and 1 of a yes/no."""
    if indicator.measure is Measure.YES_NO:
        return {Fraction(0), Fraction(1)}
    return {option.value for option in indicator.options}


def _is_choice(indicator: Indicator) -> bool:
    formed = indicator.formation in (Formation.MONTHS_COVERED, Formation.MEAN_OF_MONTHS)
    return not formed and indicator.measure in (Measure.CHOICE, Measure.YES_NO)


def _answer_problem(code: str, text: str, leaf: Leaf, choice: str, value: Fraction, place: str) -> Problem:
    return Problem(
        code,
        Message(text, {"id": leaf.id, "code": choice, "value": value}),
        Message(_("Let each answer of the choice have exactly one formula.")),
        place,
    )

"""The lint of a leaf with several formulas: one choice decides, and each of its answers has exactly one formula."""

from collections.abc import Iterator
from fractions import Fraction

from scoring.indicator import Formation, Indicator, Measure
from scoring.messages import Message, Problem, _
from scoring.table import Leaf, Table


def formula_problems(leaf: Leaf, table: Table, place: str) -> Iterator[Problem]:
    """What is wrong with the conditions of ``leaf``, at the key path ``place``; nothing for a leaf with one rule."""
    conditions = [when for when, _formula in leaf.formulas]
    for when in conditions:
        if when.choice != leaf.choice:
            yield Problem(
                "C142",
                Message(
                    _("The formulas of {id} ask for different choices: {one} and {other}."),
                    {"id": leaf.id, "one": leaf.choice, "other": when.choice},
                ),
                Message(_("Let one choice decide which formula applies.")),
                f"{place}.formulas.{when.formula}.when.input",
            )
            return
    if leaf.choice is None or leaf.choice not in table.indicators:
        return
    indicator = table.indicators[leaf.choice]
    if not _is_choice(indicator):
        yield Problem(
            "C146",
            Message(
                _("The formulas of {id} hang on {code}, which is no choice."), {"id": leaf.id, "code": leaf.choice}
            ),
            Message(_("Use an indicator that is a choice or yes/no, and whose year is no count of months.")),
            f"{place}.formulas.{conditions[0].formula}.when.input",
        )
        return
    answers = answers_of(indicator)
    for when in conditions:
        for value in when.values:
            if value not in answers:
                where = f"{place}.formulas.{when.formula}.when.is"
                yield _answer_problem("C145", _("{value} is no answer of {code}."), leaf, value, where)
    for value in sorted(answers):
        naming = [when for when in conditions if value in when.values]
        if not naming:
            text = _("No formula of {id} applies to the answer {value} of {code}.")
            yield _answer_problem("C143", text, leaf, value, f"{place}.formulas")
        elif len(naming) > 1 or naming[0].values.count(value) > 1:
            where = f"{place}.formulas.{naming[-1].formula}.when.is"
            text = _("Two formulas of {id} apply to the answer {value} of {code}.")
            yield _answer_problem("C144", text, leaf, value, where)


def answers_of(indicator: Indicator) -> set[Fraction]:
    """The numbers of a choice's answers; 0 and 1 of a yes/no."""
    if indicator.measure is Measure.YES_NO:
        return {Fraction(0), Fraction(1)}
    return {option.value for option in indicator.options}


def _is_choice(indicator: Indicator) -> bool:
    formed = indicator.formation in (Formation.MONTHS_COVERED, Formation.MEAN_OF_MONTHS)
    return not formed and indicator.measure in (Measure.CHOICE, Measure.YES_NO)


def _answer_problem(code: str, text: str, leaf: Leaf, value: Fraction, place: str) -> Problem:
    return Problem(
        code,
        Message(text, {"id": leaf.id, "code": leaf.choice, "value": value}),
        Message(_("Let each answer of the choice have exactly one formula.")),
        place,
    )

"""Why a leaf has its points, in one sentence: figure, the law's words, points; and what would earn more.

The same sentence serves the page, the exports and the text alternative of a chart.
"""

from collections.abc import Mapping
from fractions import Fraction

from scoring.day_words import after_deadline_message, moved_message, nothing_arose_message
from scoring.evaluator import LeafScore, TermScore
from scoring.expression import parse_expression
from scoring.gap import Gap, Step
from scoring.indicator import Indicator, Measure
from scoring.lacking import lacking, still_missing
from scoring.messages import Message, Percent, _
from scoring.quantity import Quantity, State
from scoring.readings import name_of, reading_of
from scoring.shown_as import is_share, shown_as
from scoring.table import Leaf, ScoredBy, Table, TableKind
from scoring.totals import Total
from scoring.units import counted, unit_words


def explain(scored: LeafScore, table: Table) -> Message:
    """The sentence for a scored leaf of ``table``."""
    if scored.state is State.NOT_APPLICABLE:
        return _not_applicable(scored.leaf, table)
    if scored.points is None:
        return _missing(scored, table)
    values: dict[str, object] = {"points": scored.points, "max": scored.leaf.max}
    if scored.state is State.NOTHING_AROSE and not _said(scored, table):
        if table.kind is TableKind.TARGETS:
            return Message(_("Nothing arose in the period; the rule for that counts here."))
        if scored.leaf.penalty and scored.points == 0:
            return Message(_("Nothing arose in the period: nothing is taken away."))
        return Message(_("Nothing arose in the period; by the rule this earns {points} of {max} points."), values)
    values["reasons"] = (*_formula(scored, table), *_reasons(scored, table))
    if table.kind is TableKind.TARGETS:
        met = Message(_("{reasons}. Target met."), values)
        return met if scored.met else Message(_("{reasons}. Target not met."), values)
    if scored.leaf.penalty:
        values["taken"] = -scored.points
        taken = _("{reasons}. Takes {taken} points away.") if scored.points else _("{reasons}. Takes no points away.")
        return Message(taken, values)
    if scored.leaf.bonus:
        return Message(_("{reasons}. Earns {points} of at most {max} bonus points."), values)
    return Message(_("{reasons}. Earns {points} of {max} points."), values)


def explain_total(total: Total, table: Table) -> Message:
    """The total in one sentence: what was measured, and between which bounds it will end."""
    if table.kind is TableKind.TARGETS:
        return Message(
            _("{met} targets met, {unmet} not met, {unknown} not known yet."),
            {"met": total.met, "unmet": total.unmet, "unknown": total.unknown},
        )
    values = {
        "points": total.points,
        "measured": total.measured_max,
        "max": total.applicable_max,
        "sure": total.sure,
        "possible": total.possible,
    }
    return Message(
        _("{points} of {measured} points measured so far; of the {max} that apply, between {sure} and {possible}."),
        values,
    )


def _not_applicable(leaf: Leaf, table: Table) -> Message:
    if table.rebases(leaf):
        return Message(_("Does not apply to this unit: left out of the maximum."))
    return Message(_("Does not apply to this unit: given the maximum, as the table says."))


def _missing(scored: LeafScore, table: Table) -> Message:
    values: dict[str, object] = {
        "sure": scored.sure, "possible": scored.possible, "max": scored.leaf.max, "months": scored.missing_months,
    }  # fmt: skip
    if scored.choice is not None and scored.choice[1].state is not State.MEASURED:
        values["choice"] = _formula(scored, table)
        if table.kind is TableKind.TARGETS:
            return Message(_("Not known yet which formula applies ({choice}): not counted as failed."), values)
        return Message(
            _("Not known yet which formula applies ({choice}): between {sure} and {possible} of {max} points."), values
        )
    if not scored.terms:
        return Message(_("The rule says nothing about the stored figure: correct the figure or the table."))
    unsaid = {term.quantity.state for term in scored.terms if term.settled is None and not term.left_out}
    if State.NOT_APPLICABLE in unsaid:
        return Message(
            _("A part was said not to apply, and the rule does not say what that earns: answer it, or all parts."),
        )
    if State.NOTHING_AROSE in unsaid and len(scored.terms) > 1:
        return Message(_("Nothing arose in a part, and the rule does not say what that earns."))
    if reasons := lacking(scored, table.indicators):
        return still_missing(scored, table, {**values, "reasons": reasons})
    if table.kind is TableKind.TARGETS:
        if scored.missing_months:
            return Message(_("No figure for month {months} yet: not known, not counted as failed."), values)
        return Message(_("No figure yet: not known, not counted as failed."), values)
    if scored.leaf.penalty:
        values |= {"least": -scored.possible, "most": -scored.sure}
        return Message(_("No figure yet: missing, not zero; takes between {least} and {most} points away."), values)
    if scored.leaf.scored_by is ScoredBy.SURVEY:
        return Message(_("Waiting for the survey: between {sure} and {possible} of {max} points."), values)
    if scored.leaf.scored_by is ScoredBy.APPRAISER:
        return Message(_("Waiting for the appraiser: between {sure} and {possible} of {max} points."), values)
    if scored.missing_months:
        return Message(
            _("No figure for month {months} yet: missing, not zero; between {sure} and {possible} of {max} points."),
            values,
        )
    return Message(_("No figure yet: missing, not zero; between {sure} and {possible} of {max} points."), values)


def _said(scored: LeafScore, table: Table) -> bool:
    """Whether words stand for it that nothing arose: the rule's own, the parts', or a date's ("Không ban hành")."""
    policy = scored.leaf.nothing_arose.last if scored.leaf.nothing_arose is not None else None
    if (policy is not None and policy.words) or any(term.settled is not None for term in scored.terms):
        return True
    read = [table.indicators.get(term.term.input.single or "") for term in scored.terms]
    return bool(read) and all(one is not None and one.none for one in read)


def _reasons(scored: LeafScore, table: Table) -> tuple[Message, ...]:
    policy = scored.leaf.nothing_arose.last if scored.leaf.nothing_arose is not None else None
    if scored.state is State.NOTHING_AROSE and policy is not None and policy.words:
        return (Message("{words}", {"words": policy.words}),)
    return tuple(_reason(term, table.reads) for term in scored.terms)


def _formula(scored: LeafScore, table: Table) -> tuple[Message, ...]:
    """The answer that chose the formula, where the leaf has several."""
    if scored.choice is None:
        return ()
    code, quantity = scored.choice
    indicator = table.indicators.get(code)
    values = {"title": indicator.name if indicator else code, "figure": figure_message(quantity, indicator)}
    return (Message(_("{title}: {figure}"), values),)


def _reason(term: TermScore, indicators: Mapping[str, Indicator]) -> Message:
    figure = _own_policy(term, term_message(term, indicators))
    words = term.piece.words if term.piece else ""
    if term.term.words:
        return Message(_("{words} – {figure}"), {"words": term.term.words, "figure": figure})
    return Message(_("{figure} ({words})"), {"figure": figure, "words": words}) if words else figure


def _own_policy(term: TermScore, figure: Message) -> Message:
    """What the part itself makes of it that nothing arose, in the law's words where it has any."""
    part = term.term.part
    policy = part.nothing_arose.last if part is not None and part.nothing_arose is not None else None
    if policy is None or not (term.left_out or term.settled is not None):
        return figure
    if policy.words:
        return Message("{words}", {"words": policy.words})
    if term.left_out:
        return Message(_("{figure}: left out"), {"figure": figure})
    return Message(_("{figure}: {points} by the rule"), {"figure": figure, "points": term.settled})


def term_message(term: TermScore, indicators: Mapping[str, Indicator]) -> Message:
    """A term's figure in words; an input over several figures shows each of them, and what they come to.

    ``indicators`` are those of ``Table.reads``; a reading is told with its name.
    """
    single = term.term.input.single
    if (single is not None and reading_of(single) is None) or term.quantity.x is None:
        return figure_message(term.quantity, indicators.get(single or ""))
    parts = tuple(
        Message(
            _("{title}: {figure}"),
            {"title": name_of(name, indicators), "figure": figure_message(quantity, indicators[name])},
        )
        for name, quantity in term.read
        if name in indicators
    )
    if single is not None:
        return parts[0]
    value = _bound(term.quantity.x, shown_as(term.term.input, indicators))
    return Message(_("{parts}; compared: {value}"), {"parts": parts, "value": value})


def figure_message(quantity: Quantity, indicator: Indicator | None) -> Message:
    """A year's figure in words: 850/1.000 = 85%, done, on time, 3; or why there is none."""
    if quantity.state is not State.MEASURED or quantity.x is None:
        return _state_message(quantity, indicator)
    if quantity.numerator is not None and quantity.denominator is not None:
        values = {"numerator": quantity.numerator, "denominator": quantity.denominator, "share": Percent(quantity.x)}
        return Message(_("{numerator}/{denominator} = {share}"), values)
    if indicator is None:
        return Message("{value}", {"value": Percent(quantity.x)})
    return x_message(quantity.x, indicator)


def x_message(x: Fraction, indicator: Indicator) -> Message:
    """One value of an indicator in words, in the indicator's own kind of number; of a reading, with what it counts."""
    if indicator.within is not None:
        return counted(x, indicator.unit)
    if is_share(indicator):
        return Message("{share}", {"share": Percent(x)})
    if indicator.measure is Measure.YES_NO:
        return Message(_("done") if x else _("not done"))
    if indicator.measure is Measure.CHOICE:
        title = next((option.title for option in indicator.options if option.value == x), "")
        return Message("{title}", {"title": title})
    if indicator.measure is Measure.DATE:
        return after_deadline_message(x, indicator)
    return Message("{value}", {"value": x})


def _state_message(quantity: Quantity, indicator: Indicator | None) -> Message:
    if quantity.state is State.NOTHING_AROSE:
        return nothing_arose_message(indicator)
    if quantity.state is State.NOT_APPLICABLE:
        return Message(_("not applicable"))
    if quantity.missing_months:
        return Message(_("missing: month {months}"), {"months": quantity.missing_months})
    if quantity.missing_before:
        return Message(_("missing: the year before"))
    if quantity.missing_units:
        return Message(_("missing: {count} other units of the bloc"), {"count": len(quantity.missing_units)})
    return Message(_("missing"))


def explain_gap(gap: Gap | None, table: Table) -> Message | None:
    """What would earn more, in natural units; ``None`` when there is no more to earn or nothing is measured."""
    if gap is None or gap.more <= 0:
        return None
    step = gap.next or gap.full
    return explain_lost(gap, table) if step is None else explain_step(step, table)


def explain_lost(gap: Gap, table: Table) -> Message:
    """A gap that no step closes: the cases it counts are past."""
    if table.kind is TableKind.TARGETS:
        return Message(_("Past cases cannot be put right: the target can hardly be met this year."))
    if gap.bonus:
        return Message(
            _("{more} bonus points are not earned; no figure can still earn them this year."), {"more": gap.more}
        )
    return Message(_("{lost} points lost: past cases cannot be put right this year."), {"lost": gap.lost})


def explain_step(step: Step, table: Table) -> Message:
    """One step: how many cases, and to where."""
    indicator = shown_as(parse_expression(step.input), table.reads)
    ways = tuple(_ways(step, indicator))
    past = _("under {x}") if step.down else _("over {x}")
    bound = step.strict and step.lands is None
    where = Message(past if bound else _("{x}"), {"x": _bound(step.x if step.lands is None else step.lands, indicator)})
    if step.part:
        where = Message(_("{part} – {where}"), {"part": step.part, "where": where})
    values: dict[str, object] = {"points": step.points, "where": where, "ways": ways}
    if table.kind is TableKind.TARGETS:
        return Message(_("To meet the target: {where}; {ways}."), values) if ways else Message(
            _("To meet the target: {where}."), values)  # fmt: skip
    if ways:
        return Message(_("To earn {points}: {where}; {ways}."), values)
    return Message(_("To earn {points}: {where}."), values)


def _bound(x: Fraction, indicator: Indicator | None) -> object:
    return Percent(x) if indicator is None else x_message(x, indicator)


def _ways(step: Step, indicator: Indicator | None) -> list[Message]:
    ways: list[Message] = []
    if step.repaired is not None:
        part = indicator is not None and indicator.part_of_whole
        text = _("{cases} more of those there are") if part else _("{cases} more")
        ways.append(_cases(text, step.repaired, indicator))
    if step.added is not None:
        text = _("or {cases} that are new and all good") if ways else _("{cases} that are new and all good")
        ways.append(_cases(text, step.added, indicator))
    if step.change is not None and indicator is not None and indicator.measure is Measure.DATE:
        ways.append(moved_message(step.change, indicator))
    elif step.change is not None and indicator is not None and indicator.measure is not Measure.YES_NO:
        text = _("{cases} more") if step.change > 0 else _("{cases} fewer")
        ways.append(_cases(text, abs(step.change), indicator))
    return ways


def _cases(text: str, count: int, indicator: Indicator | None) -> Message:
    unit = (unit_words(indicator.unit, count) or indicator.unit) if indicator else ""
    cases = Message("{count} {unit}", {"count": count, "unit": unit}) if unit else Message("{count}", {"count": count})
    return Message(text, {"cases": cases})

"""What a leaf waits for beside this year's figures of the unit: figures of the year before, other units of the bloc."""

from collections.abc import Mapping

from scoring.evaluator import LeafScore
from scoring.indicator import Indicator
from scoring.messages import Message, _
from scoring.quantity import Quantity, State
from scoring.readings import Needs, code_of, name_of, reading_of
from scoring.table import Table, TableKind


def lacking(scored: LeafScore, indicators: Mapping[str, Indicator]) -> tuple[Message, ...]:
    """What has not come of all that decides, in words; empty where nothing but this year's own figures is missing."""
    missing = {key: one for key, one in scored.read if one.state is State.MISSING}
    needs = {key: _needs(key, one) for key, one in missing.items()}
    if not {Needs.LAST_YEAR, Needs.BLOC} & set(needs.values()):
        return ()
    said = [Message(_("month {months}"), {"months": scored.missing_months})] if scored.missing_months else []
    titles = {need: _titles(needs, need, indicators) for need in Needs}
    own = [key for key, need in needs.items() if need is Needs.THIS_YEAR and not missing[key].missing_months]
    once = tuple(name_of(key, indicators) for key in own)
    if once:
        said.append(Message(_("this year: {titles}"), {"titles": once}))
    if titles[Needs.LAST_YEAR]:
        said.append(Message(_("the year before: {titles}"), {"titles": titles[Needs.LAST_YEAR]}))
    if titles[Needs.BLOC]:
        count = max(len(one.missing_units) for one in missing.values())
        values = {"count": count, "titles": titles[Needs.BLOC]}
        said.append(Message(_("{count} other units of the bloc: {titles}"), values))
    return tuple(said)


def _needs(key: str, figure: Quantity) -> Needs:
    """Of a comparison for which every other unit has reported, the unit's own figure alone is missing."""
    reading = reading_of(key)
    if reading is None or (reading.needs is Needs.BLOC and not figure.missing_units):
        return Needs.THIS_YEAR
    return reading.needs


def _titles(needs: Mapping[str, Needs], need: Needs, indicators: Mapping[str, Indicator]) -> tuple[object, ...]:
    codes = dict.fromkeys(code_of(key) for key in needs if needs[key] is need)
    return tuple(name_of(code, indicators) for code in codes)


def still_missing(scored: LeafScore, table: Table, values: dict[str, object]) -> Message:
    """Beside this year's own figures something of the year before, or of other units, has not come."""
    if table.kind is TableKind.TARGETS:
        return Message(_("Still missing: {reasons}. Not known, not counted as failed."), values)
    if scored.leaf.penalty:
        values |= {"least": -scored.possible, "most": -scored.sure}
        text = _("Still missing: {reasons}. Missing is not zero: takes between {least} and {most} points away.")
        return Message(text, values)
    text = _("Still missing: {reasons}. Missing is not zero: between {sure} and {possible} of {max} points.")
    return Message(text, values)

"""Intervals of a figure in words, in the natural units of its indicator: "từ 80% trở lên", "11/12 tháng".

``within`` is where the figure can lie at all: an end that the figure cannot pass is not worth a word.
"""

from datetime import date
from fractions import Fraction

from scoring.exact import next_multiple
from scoring.explanation import x_message
from scoring.indicator import Formation, Indicator, Measure
from scoring.interval import Interval
from scoring.messages import Message, Percent, _
from scoring.units import unit_words

SHARED = (Formation.MONTHS_COVERED, Formation.MEAN_OF_MONTHS)  # of whole numbers these are none


def interval_message(one: Interval, within: Interval, indicator: Indicator | None) -> Message:
    """``one``, which lies inside ``within``; without indicator its ends are shares. Whole numbers are told as such:
    from 3 to under 4 reports are 3 reports."""
    if indicator is not None and indicator.measure is Measure.COUNT and indicator.formation not in SHARED:
        one, within = whole(one), whole(within)
    whole_low = one.low == within.low and one.low_closed >= within.low_closed
    whole_high = one.high == within.high and one.high_closed >= within.high_closed
    low = None if one.low is None or (whole_low and one.low != one.high) else one.low
    high = None if one.high is None or (whole_high and one.low != one.high) else one.high
    if indicator is not None and indicator.measure is Measure.CHOICE:
        return Message("{answers}", {"answers": _answers(one, indicator)})
    dated = indicator is not None and indicator.measure is Measure.DATE and indicator.deadline is not None
    if low is None and high is None:
        return Message(_("any figure"))
    if low is None or high is None:
        text = _one_end(one, low, dated=dated)
        return Message(text, {"x": amount((low if low is not None else high) or Fraction(0), indicator)})
    if low == high:
        return amount(low, indicator)
    if dated:
        return _between_days(one, amount(low, indicator), amount(high, indicator))
    texts = {
        (True, True): _("from {low} to {high}"),
        (True, False): _("from {low} to under {high}"),
        (False, True): _("over {low} to {high}"),
        (False, False): _("over {low} to under {high}"),
    }
    ends = {"low": amount(low, indicator), "high": amount(high, indicator)}
    return Message(texts[one.low_closed, one.high_closed], ends)


def whole(one: Interval) -> Interval:
    """The same whole numbers, with both ends among them."""
    low = None if one.low is None else next_multiple(one.low, Fraction(1), strict=not one.low_closed, down=False)
    high = None if one.high is None else next_multiple(one.high, Fraction(1), strict=not one.high_closed, down=True)
    return Interval(low, high, low is not None, high is not None)


def _between_days(one: Interval, low: Message, high: Message) -> Message:
    texts = {
        (True, True): _("from {low} to {high}"),
        (True, False): _("from {low}, before {high}"),
        (False, True): _("after {low}, {high} at the latest"),
        (False, False): _("after {low}, before {high}"),
    }
    return Message(texts[one.low_closed, one.high_closed], {"low": low, "high": high})


def _one_end(one: Interval, low: Fraction | None, *, dated: bool) -> str:
    if low is not None:
        at_least = _("from {x} on") if dated else _("{x} or more")
        return at_least if one.low_closed else _("after {x}") if dated else _("over {x}")
    at_most = _("{x} at the latest") if dated else _("at most {x}")
    return at_most if one.high_closed else _("before {x}") if dated else _("under {x}")


def amount(x: Fraction, indicator: Indicator | None) -> Message:
    """One value with its unit: ``80%``, ``4 cuộc``, ``11/12 tháng``, ``09/11/2022``."""
    if indicator is None:
        return Message("{x}", {"x": Percent(x)})
    if indicator.formation is Formation.MONTHS_COVERED:
        every = 12 // indicator.every
        count, unit = x * every, _unit(indicator, Fraction(every))
        if count.denominator == 1:
            return Message("{count}/{all} {unit}", {"count": count, "all": every, "unit": unit})
    day = indicator.day_after(int(x)) if indicator.measure is Measure.DATE and x.denominator == 1 else None
    if day is not None:
        return Message("{day}", {"day": date.fromordinal(day)})
    if indicator.measure in (Measure.COUNT, Measure.NUMBER) and indicator.unit and indicator.within is None:
        return Message("{x} {unit}", {"x": x, "unit": _unit(indicator, x)})
    return x_message(x, indicator)


def _unit(indicator: Indicator, count: Fraction) -> Message:
    """Points and months are words of ours; the other units are the table's."""
    points = _("point") if count == 1 else _("points")
    known = {"điểm": Message(points), "": Message(_("periods"))}
    return unit_words(indicator.unit, count) or known.get(indicator.unit, Message("{unit}", {"unit": indicator.unit}))


def _answers(one: Interval, indicator: Indicator) -> Message:
    said = tuple(option.title for option in indicator.options if option.value in one)
    return alternatives(tuple(Message("{title}", {"title": title}) for title in said))


def alternatives(parts: tuple[Message, ...]) -> Message:
    """``a``, ``a or b``, ``a or b or c``."""
    whole = parts[0]
    for part in parts[1:]:
        whole = Message(_("{one} or {other}"), {"one": whole, "other": part})
    return whole

"""What a piece gives, in numbers: ``6 × the share``, ``3, less 0.25 for each report``, ``evenly from 0 to 5``.

The law's words may say the same, say it otherwise, or leave it out ("theo tỷ lệ"); these are read off the piece itself.
"""

from fractions import Fraction

from scoring.indicator import Indicator, Measure
from scoring.interval import Interval
from scoring.messages import Message, Percent, _
from scoring.shown_as import is_share
from scoring.units import unit_words

FINEST = 2  # decimals of a factor that is printed as it is: more would be rounded


def gives_message(start: Fraction, slope: Fraction, on: Interval, indicator: Indicator | None) -> Message:
    """The points ``start + slope * x`` for x in ``on``, in words; unrounded.

    ``indicator`` is that of :func:`scoring.shown_as.shown_as`: ``None``, a ratio or a per cent is told as a share.
    """
    if not slope:
        return Message("{points}", {"points": start})
    if indicator is None or is_share(indicator):
        return _of_share(start, slope, on)
    return _of_count(start, slope, on, indicator)


def _of_share(start: Fraction, slope: Fraction, on: Interval) -> Message:
    if not start:
        end = on.high
        grown = end is not None and 0 < end < 1 and (on.low is None or on.low <= 0)  # "đạt từ 80% được điểm tối đa"
        if end and _is_plain(slope * end) and (grown or not _is_plain(slope)):
            return Message(_("the share × {points} / {full}"), {"points": slope * end, "full": Percent(end)})
        return Message(_("the share × {factor}"), {"factor": slope})
    return _evenly(start, slope, on) or Message(
        _("{start} + the share × {factor}") if slope > 0 else _("{start} − the share × {factor}"),
        {"start": start, "factor": abs(slope)},
    )


def _of_count(start: Fraction, slope: Fraction, on: Interval, indicator: Indicator | None) -> Message:
    """From the points at the first that counts (after the free ones), so much more or less for each one."""
    if not start and slope == 1 and indicator is not None and indicator.measure is Measure.NUMBER:
        return Message(_("as many as are given"))  # points, by whoever judges
    free = on.low if on.low is not None and on.low > 0 else Fraction(0)
    values = {"each": abs(slope), "one": _one(indicator), "free": free}
    amount = Message(_("{each} for each {one} over {free}") if free else _("{each} for each {one}"), values)
    if not start and slope > 0 and not _is_plain(slope) and on.high and _is_plain(slope * on.high):
        whole: dict[str, object] = {"points": slope * on.high, "full": on.high, "one": _one(indicator)}
        return Message(_("{points} / {full} for each {one}"), whole)
    first = start + slope * free
    if not first:
        return amount if slope > 0 else Message(_("less {amount}"), {"amount": amount})
    both = _("{start}, plus {amount}") if slope > 0 else _("{start}, less {amount}")
    return Message(both, {"start": first, "amount": amount})


def _evenly(start: Fraction, slope: Fraction, on: Interval) -> Message | None:
    """A line between two ends; ``None`` where it has no end."""
    if on.low is None or on.high is None:
        return None
    ends = {"first": start + slope * on.low, "last": start + slope * on.high}
    return Message(_("evenly from {first} to {last}"), ends)


def _one(indicator: Indicator | None) -> Message:
    """One of what is counted."""
    if indicator is not None and indicator.measure is Measure.DATE:
        return Message(_("day") if indicator.working_days is None else _("working day"))
    unit = indicator.unit if indicator is not None else ""
    return unit_words(unit, 1) or (Message("{unit}", {"unit": unit}) if unit else Message(_("case")))


def _is_plain(number: Fraction) -> bool:
    whole: int = (number * 10**FINEST).denominator
    return whole == 1

"""Days in words: calendar days or working days, one or several, earlier or later than they are, or no day at all."""

from fractions import Fraction

from scoring.indicator import Indicator
from scoring.messages import Message, _


def days_message(count: int | Fraction, indicator: Indicator) -> Message:
    """``3 days``, ``1 working day``: so many days (not below 0) as the indicator counts them."""
    if indicator.working_days is not None:
        return Message(_("1 working day") if count == 1 else _("{count} working days"), {"count": count})
    return Message(_("1 day") if count == 1 else _("{count} days"), {"count": count})


def after_deadline_message(x: Fraction, indicator: Indicator) -> Message:
    """Where a day lies beside the last day on time: ``x`` days after it, before it when negative."""
    if x > 0:
        return Message(_("{days} after the last day on time"), {"days": days_message(x, indicator)})
    if x < 0:
        return Message(_("on time, {days} before the last day"), {"days": days_message(-x, indicator)})
    return Message(_("on the last day"))


def moved_message(change: int, indicator: Indicator) -> Message:
    """``2 working days earlier``: by how much a day must move."""
    days = days_message(abs(change), indicator)
    return Message(_("{days} earlier") if change < 0 else _("{days} later"), {"days": days})


def nothing_arose_message(indicator: Indicator | None) -> Message:
    """Nothing arose; of a date in its own words, such as "Không ban hành"."""
    if indicator is not None and indicator.none:
        return Message("{words}", {"words": indicator.none})
    return Message(_("nothing arose"))

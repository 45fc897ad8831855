"""Units of measurement that are words of ours: months, quarters, ranks. All others are the table's, in its language."""

from fractions import Fraction

from scoring.messages import Message, _

MONTHS, QUARTERS, RANK = "tháng", "quý", "hạng"


def unit_words(unit: str, count: Fraction | int) -> Message | None:
    """The unit of ``count`` months or quarters; ``None`` for a unit of the table's."""
    one = {MONTHS: _("month"), QUARTERS: _("quarter")}
    many = {MONTHS: _("months"), QUARTERS: _("quarters")}
    words = (one if count == 1 else many).get(unit)
    return Message(words) if words else None


def counted(x: Fraction, unit: str) -> Message:
    """``x`` of what is counted in a unit of ours: six months, the second rank."""
    if unit == RANK:
        return Message(_("rank {x}"), {"x": x})
    words = unit_words(unit, x)
    return Message("{x} {unit}", {"x": x, "unit": words}) if words else Message("{x}", {"x": x})

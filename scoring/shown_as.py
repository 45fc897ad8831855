"""In which kind of number an input's x is told: as its one figure, as a plain number, or else in per cent."""

from collections.abc import Mapping

from scoring.expression import Expression
from scoring.indicator import Formation, Indicator, Measure

PLAIN = (Measure.COUNT, Measure.NUMBER, Measure.DATE)


def is_share(indicator: Indicator) -> bool:
    """True where x itself is told in per cent: of a reading that counts (``within``) it is not."""
    shares = (Measure.RATIO, Measure.PERCENT)
    return indicator.within is None and (indicator.formation is Formation.MONTHS_COVERED or indicator.measure in shares)


def shown_as(read: Expression, reads: Mapping[str, Indicator]) -> Indicator | None:
    """The indicator in whose kind of number x is told; ``None`` is per cent. ``reads`` are those of ``Table.reads``.

    What is counted over something, or divided, is a share; a difference of counts is a count: five more, not 500 %.
    """
    if read.single is not None:
        return reads.get(read.single)
    known = [reads[name] for name in read.names if name in reads]
    if not known or read.divides or any(one.measure not in PLAIN for one in known):
        return None
    return Indicator(read.source, read.source, Measure.NUMBER)

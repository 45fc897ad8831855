"""What stands behind generated figures: months of the year and the year before, other units; inputs to read them."""

from collections.abc import Mapping
from random import Random

from scoring.indicator import Indicator
from scoring.quantity import Quantity
from scoring.readings import READINGS, Behind, figures_read, key_of
from scoring.table import Table
from scoring.year import Figure

OTHERS = ("u1", "u2")
Months = dict[str, dict[int, Figure]]


def drawn_input(random: Random, code: str, indicator: Indicator) -> str:
    """A reading that suits the indicator, alone or in an expression with others and with the year so far."""
    suited = [key_of(name, code) for name, one in READINGS.items() if one.of_indicator and one.suits(indicator)]
    if not suited or random.random() < 0.05:
        return f"{code} + month() - month()"
    one, two = random.choice(suited), random.choice([code, *suited])
    forms = [
        one, one, one, f"{one} - 1", f"{one} + 1/2", f"{code} - {one}", f"{code} / {one}", f"{code} / {one} - 1",
        f"{two} / ({one} * month() / 12)", f"larger({code}, {one}, {two})", f"1 - smaller({one}, {two})",
    ]  # fmt: skip
    return random.choice(forms)


def figures(
    table: Table, month: int, year: Months, before: Months, others: Mapping[str, Months]
) -> dict[str, Quantity]:
    """Every figure of ``table``, codes and readings, as of ``month``."""
    return figures_read([*table.indicators, *table.readings], table.indicators, Behind(month, year, before, others))

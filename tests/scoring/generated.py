"""Random rules of every kind, and figures that lie where rules break: on a bound, one unit beside it, 0, 10^13."""

from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

Parameters = dict[str, Any]
Pair = tuple[int, int]

STEPS = [Fraction(1, 100), Fraction(1, 100), Fraction(1, 4), Fraction(1, 2), Fraction(1, 1000), Fraction(1, 3)]
SHARES = [Fraction(n, 100) for n in (0, 5, 10, 20, 35, 50, 60, 70, 80, 85, 90, 95, 99, 100)]
SHARES += [Fraction(1, 3), Fraction(2, 3), Fraction(1, 7), Fraction(433, 500), Fraction(999999, 1000000)]
COUNTS = [Fraction(n) for n in (0, 1, 2, 3, 4, 5, 10, 12, 100)]
MONEY = [Fraction(n) for n in (10**9, 5 * 10**12, 10**13, 10**13 + 1)]
SIGNED = [Fraction(n) for n in (-30, -10, -1, 0, 1, 10)] + [Fraction(-1, 3), Fraction(1, 5)]
LINES = [SHARES, SHARES, COUNTS, MONEY, SIGNED]


def maximum(random: Random, step: Fraction) -> Fraction:
    """A maximum in whole steps, between one step and about 20 points."""
    return step * random.randint(1, max(1, int(20 / step)))


def points(random: Random) -> str:
    """Points as the law writes them: a number, a part of the maximum, now and then a penalty."""
    kind = random.random()
    if kind < 0.3:
        return random.choice(["max", "1/2 max", "1/3 max", "80% max"])
    if kind < 0.4:
        return f"-{random.randint(0, 300)}/100"
    return f"{random.randint(0, 2000)}/{random.choice([1, 3, 100, 1000, 8])}"


def bands(random: Random) -> Parameters:
    """Neighbouring bands in falling or rising order; some leave the ends of the line unsaid, few overlap."""
    line = random.choice(LINES)
    cuts = sorted(random.sample(line, random.randint(1, min(6, len(line)))))
    lower_owns = [random.random() < 0.5 for _cut in cuts]
    rows: list[Parameters] = []
    for index in range(len(cuts) + 1):
        row: Parameters = {"points": points(random)}
        if index > 0:
            row["over" if lower_owns[index - 1] else "from"] = str(cuts[index - 1])
        if index < len(cuts):
            row["to" if lower_owns[index] else "under"] = str(cuts[index])
        rows.append(row)
    if random.random() < 0.15 and len(rows) > 2:
        rows = rows[1:] if random.random() < 0.5 else rows[:-1]
    if random.random() < 0.1:
        rows.append({"from": str(cuts[0]), "to": str(cuts[0] + 3), "points": points(random)})
    if random.random() < 0.5:
        rows.reverse()
    return {"bands": rows}


def proportional(random: Random) -> Parameters:
    """With and without floor and saturation; goals of money and counts as well as shares."""
    line = [cut for cut in random.choice([SHARES, SHARES, COUNTS, MONEY]) if cut > 0]
    full = random.choice(line)
    found: Parameters = {"full_from": str(full)}
    if random.random() < 0.5:
        found["floor"] = str(random.choice([cut for cut in line if cut <= full]))
    return found


def yes_no(random: Random) -> Parameters:
    """Sometimes with points of its own for yes and for no."""
    found: Parameters = {}
    if random.random() < 0.6:
        found["yes"] = points(random)
    if random.random() < 0.6:
        found["no"] = points(random)
    return found


def options(random: Random) -> Parameters:
    """Two to six answers, whole numbers mostly."""
    values = random.sample([*COUNTS, Fraction(1, 2), Fraction(-1)], random.randint(2, 6))
    return {"options": [{"value": str(value), "points": points(random)} for value in values]}


def count_tiers(random: Random) -> Parameters:
    """One to five tiers, falling."""
    counts = sorted(random.sample([*COUNTS, *MONEY], random.randint(1, 5)), reverse=True)
    found: Parameters = {"tiers": [{"at_least": str(count), "points": points(random)} for count in counts]}
    if random.random() < 0.5:
        found["otherwise"] = points(random)
    return found


def checklist(random: Random) -> Parameters:
    """Two to five items; their inputs are named where the rule is built."""
    return {"items": [{"input": "X", "points": points(random)} for _item in range(random.randint(2, 5))]}


def judgement(_random: Random) -> Parameters:
    """No parameters: the figure is the points."""
    return {}


def target(random: Random) -> Parameters:
    """One comparison."""
    name = random.choice(["at_least", "over", "at_most", "under", "equal"])
    return {name: str(random.choice(random.choice(LINES)))}


def interpolate(random: Random) -> Parameters:
    """Rising or falling between two bounds; now and then other points beyond them."""
    low, high = sorted(random.sample(random.choice(LINES), 2))
    found: Parameters = {"from": str(low), "to": str(high)}
    for key in ("from_points", "to_points", "below", "above"):
        if random.random() < 0.4:
            found[key] = points(random)
    return found


def each(random: Random) -> str:
    """Points for one: above zero, a number or a part of the maximum."""
    return random.choice(["1/3 max", "10% max", "max", "1", "0.5", "0.05", "1/3", "2.5", "7/1000"])


def per_item(random: Random) -> Parameters:
    """With the maximum as the cap, or one of its own."""
    found: Parameters = {"points": each(random)}
    if random.random() < 0.6:
        found["cap"] = random.choice(["max", "1/2 max", "5", "1/3", "20"])
    return found


def deduction(random: Random) -> Parameters:
    """With and without free occurrences and a ceiling."""
    found: Parameters = {"each": each(random)}
    if random.random() < 0.5:
        found["free"] = str(random.choice([Fraction(0), Fraction(1), Fraction(3), Fraction(1, 2), Fraction(5, 100)]))
    if random.random() < 0.5:
        found["most"] = random.choice(["max", "1/2 max", "1/3 max", "2", "0.5", "30"])
    return found


NOT_BOUNDS = {"points", "yes", "no", "otherwise", "input", "from_points", "to_points", "below", "above", "each"}
NOT_BOUNDS |= {"cap", "most"}

RULES: dict[str, Callable[[Random], Parameters]] = {
    "bands": bands,
    "proportional": proportional,
    "yes_no": yes_no,
    "options": options,
    "count_tiers": count_tiers,
    "interpolate": interpolate,
    "per_item": per_item,
    "deduction": deduction,
    "checklist": checklist,
    "judgement": judgement,
    "target": target,
}


def figure(random: Random, numbers: list[Fraction]) -> Pair:
    """A figure as counted (den may be 0), mostly on or one unit beside one of the rule's ``numbers``."""
    kind = random.random()
    bound = random.choice(numbers)
    if kind < 0.55:
        many = random.choice([1, 1, 7, 1000, 10**9, 10**13])
        beside = random.choice([0, 0, -1, 1])
        return bound.numerator * many + beside, bound.denominator * many
    if kind < 0.6:
        return random.choice([0, 1, 17]), 0
    if kind < 0.7:
        whole = random.randint(1, 3000)
        return whole + random.randint(1, 500), whole
    if kind < 0.75:
        return -random.randint(1, 10**13), random.choice([1, 3, 1000, 10**13])
    if kind < 0.85:
        return random.choice([10**13, 10**13 - 1, 10**13 + 1]), random.choice([1, 10**13, 10**13 + 1, 3])
    whole = random.randint(1, 20000)
    return random.randint(0, whole), whole


def answer(random: Random, numbers: list[Fraction]) -> Pair:
    """A figure of a kind that knows only answers: one of them, four times in five."""
    if random.random() < 0.8:
        bound, many = random.choice(numbers), random.choice([1, 1, 1, 3, 10**13])
        return bound.numerator * many, bound.denominator * many
    return figure(random, numbers)


def numbers_in(parameters: object) -> list[Fraction]:
    """Every bound that a rule prints: where its figures are tried."""
    if isinstance(parameters, list):
        return [number for part in parameters for number in numbers_in(part)]
    if isinstance(parameters, dict):
        found = []
        for key, value in parameters.items():
            if isinstance(value, list | dict):
                found += numbers_in(value)
            elif key not in NOT_BOUNDS:
                found.append(Fraction(value))
        return found
    return []

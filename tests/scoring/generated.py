"""What random rules are made of, and figures that lie where rules break: on a bound, one unit beside it, 0, 10^13."""

from collections.abc import Set as AbstractSet
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


def each(random: Random) -> str:
    """Points for one: above zero, a number or a part of the maximum."""
    return random.choice(["1/3 max", "10% max", "max", "1", "0.5", "0.05", "1/3", "2.5", "7/1000"])


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


def numbers_in(parameters: object, points_keys: AbstractSet[str]) -> list[Fraction]:
    """Every bound that a rule prints: where its figures are tried. ``points_keys`` and inputs are no bounds."""
    if isinstance(parameters, list):
        return [number for part in parameters for number in numbers_in(part, points_keys)]
    if isinstance(parameters, dict):
        found = []
        for key, value in parameters.items():
            if isinstance(value, list | dict):
                found += numbers_in(value, points_keys)
            elif key not in points_keys and key != "input":
                found.append(Fraction(value))
        return found
    return []

"""The same scores by numpy alone, in exact 64-bit whole numbers and one thread: what the statement is held against.

It is written as one would who wants it fast: figures side by side for each term, the piece found by counting the cuts
passed, level points taken from a list, slopes worked out only where they apply. It knows no gates, no formulas and no
numbers beyond 64 bits; the statement does.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from rules import Rules

from data.bulk.integers import LeafRow, PieceRow

Numbers = NDArray[np.int64]
Line = tuple[Numbers, Numbers]  # least and most
MISSING, NOTHING = 3, 1


class ByNumpy:
    """Scores of slices of units: ``score`` takes state, num and den as (unit-months, terms)."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.pieces: dict[int, list[PieceRow]] = defaultdict(list)
        for piece in rules.pieces:
            self.pieces[piece.term].append(piece)
        self.terms: dict[int, list[int]] = defaultdict(list)
        for term in rules.terms:
            self.terms[term.leaf].append(term.term)

    def score(
        self, state: NDArray[np.int8], num: Numbers, den: Numbers
    ) -> tuple[NDArray[np.int8], Numbers, Numbers, Numbers]:
        """State, points (0 while missing), sure and possible of each leaf as (leaves, unit-months)."""
        size = (len(self.rules.leaves), len(num))
        states, found = np.empty(size, np.int8), [np.empty(size, np.int64) for _ in range(3)]
        state_of, num_of, den_of = (np.ascontiguousarray(part.T) for part in (state, num, den))
        for leaf in self.rules.leaves:
            terms = self.terms[leaf.leaf]
            kinds = [state_of[term] for term in terms]
            if len(terms) == 1:
                low = high = self._alone(leaf, terms[0], num_of[terms[0]], den_of[terms[0]])
                low, high = self._known(leaf, terms[0], kinds[0], (low, high))
                whole = kinds[0]
            else:
                low, high, whole = self._several(leaf, terms, kinds, num_of, den_of)
            points, sure, possible, settled = _policy(leaf, whole, low, high)
            states[leaf.leaf] = settled
            for into, value in zip(found, (points, sure, possible), strict=True):
                into[leaf.leaf] = value
        return states, found[0], found[1], found[2]

    def totals(
        self, states: NDArray[np.int8], points: Numbers, sure: Numbers, possible: Numbers
    ) -> Mapping[int, Sequence[Numbers]]:
        """Points, sure, possible, applicable and measured maximum of each table, held at each node on the way up."""
        zero = np.zeros(points.shape[1], np.int64)
        sums: dict[int, list[Numbers]] = defaultdict(lambda: [zero.copy() for _ in range(5)])
        for leaf in self.rules.leaves:
            assert leaf.node is not None
            applies = (states[leaf.leaf] != 2) | (not leaf.rebase)
            known = (states[leaf.leaf] == 0) | (states[leaf.leaf] == NOTHING)
            if not leaf.rebase:
                known |= states[leaf.leaf] == 2
            into = sums[leaf.node]
            for at, value in enumerate(
                (points[leaf.leaf], sure[leaf.leaf], possible[leaf.leaf], applies * leaf.base, known * leaf.base)
            ):
                into[at] += value
        for node in sorted(self.rules.nodes, key=lambda one: -one.depth):
            if node.parent is not None and node.node in sums:
                held = sums.pop(node.node)
                for at, value in enumerate(held):
                    sums[node.parent][at] += (
                        np.clip(value, node.lowest, node.cap) if at < 3 else np.minimum(value, node.cap)
                    )
        return sums

    def _at(self, term: int, num: Numbers, den: Numbers) -> NDArray[np.intp]:
        at = np.zeros(len(num), np.intp)
        for piece in self.pieces[term][1:]:
            cut, past = Fraction(piece.first // 2, self.rules.terms[term].grid), piece.first % 2
            at += num * cut.denominator >= den * cut.numerator + past
        return at

    def _alone(self, leaf: LeafRow, term: int, num: Numbers, den: Numbers) -> Numbers:
        pieces = self.pieces[term]
        at = self._at(term, num, den)
        points = np.array([piece.points for piece in pieces], np.int64)[at]
        for number, piece in enumerate(pieces):
            if piece.rise:
                here = np.flatnonzero(at == number)
                under = den[here]
                twice = 2 * (piece.flat * under + piece.rise * num[here])
                whole = under * leaf.scale
                rounded = np.sign(twice) * ((np.abs(twice) + whole) // (2 * whole))
                points[here] = np.clip(rounded, leaf.lowest, leaf.highest)
        return points

    def _known(self, leaf: LeafRow, term: int, state: NDArray[np.int8], points: Line) -> Line:
        row = self.rules.terms[term]
        ends = [int(np.clip(_half(end, leaf.scale), leaf.lowest, leaf.highest)) for end in (row.low, row.high)]
        measured = state == 0
        return np.where(measured, points[0], ends[0]), np.where(measured, points[1], ends[1])

    def _several(
        self, leaf: LeafRow, terms: Sequence[int], states: Sequence[NDArray[np.int8]], num: Numbers, den: Numbers
    ) -> tuple[Numbers, Numbers, NDArray[np.int8]]:
        lows, highs = [], []
        for term, state in zip(terms, states, strict=True):
            row = self.rules.terms[term]
            flat = np.array([piece.flat for piece in self.pieces[term]], np.int64)[self._at(term, num[term], den[term])]
            lows.append(np.where(state == 0, flat, row.low))
            highs.append(np.where(state == 0, flat, row.high))
        joined = {"sum": np.sum, "max": np.max, "min": np.min}[leaf.combine]
        low, high = joined(lows, axis=0), joined(highs, axis=0)
        most, least = np.max(states, axis=0), np.min(states, axis=0)
        whole = np.where(((most == 1) | (most == 2)) & (least != most), MISSING, most).astype(np.int8)
        sides = [
            np.clip(np.sign(side) * ((2 * np.abs(side) + leaf.scale) // (2 * leaf.scale)), leaf.lowest, leaf.highest)
            for side in (low, high)
        ]
        return sides[0], sides[1], whole


def _half(number: int, scale: int) -> int:
    whole = (2 * abs(number) + scale) // (2 * scale)
    return whole if number >= 0 else -whole


def _policy(
    leaf: LeafRow, whole: NDArray[np.int8], low: Numbers, high: Numbers
) -> tuple[Numbers, Numbers, Numbers, NDArray[np.int8]]:
    """What nothing arisen, not applicable and missing make of the leaf's points."""
    state = np.where(whole == NOTHING, leaf.nothing, whole).astype(np.int8)
    points = np.where(state == 0, low, 0)
    sure, possible = low.copy(), high.copy()
    sure[state == 0] = possible[state == 0] = points[state == 0]
    nothing, away, missing = state == NOTHING, state == 2, state == MISSING
    if nothing.any() and leaf.nothing_points is not None:
        points[nothing] = sure[nothing] = possible[nothing] = leaf.nothing_points
    if away.any():
        points[away] = 0 if leaf.rebase else leaf.not_applicable
        sure[away] = possible[away] = leaf.not_applicable
    if leaf.also_low is not None and leaf.also_high is not None:
        sure[missing] = np.minimum(sure[missing], leaf.also_low)
        possible[missing] = np.maximum(possible[missing], leaf.also_high)
    return points, sure, possible, state

"""The same scores by pandas: figures merged with the pieces, filtered, rounded and grouped, in 64-bit whole numbers.

Written as an analyst would write it; only leaves of one term and of level terms, as the benchmark's rules are.
"""

import numpy as np
import pandas as pd
from rules import Rules


class ByPandas:
    """Scores of slices of units, from one frame of figures to one frame of scores."""

    def __init__(self, rules: Rules) -> None:
        self.leaves = pd.DataFrame(rules.leaves)
        lines = (
            pd.DataFrame(rules.pieces)
            .drop(columns="state")
            .merge(pd.DataFrame(rules.terms)[["term", "leaf", "grid"]], on="term")
        )
        columns = ["leaf", "scale", "lowest", "highest"]
        self.lines = lines.merge(self.leaves[columns], on="leaf")
        self.terms = pd.DataFrame(rules.terms)[["term", "leaf", "low", "high"]].astype("int64")

    def score(self, figures: pd.DataFrame) -> pd.DataFrame:
        """unit_month, leaf, state, points (missing: NA), sure and possible."""
        measured = figures[figures["state"] == 0].merge(self.lines, on="term")
        over = measured["num"] * measured["grid"]  # a figure's place: integers.py
        place = over // measured["den"] - (-over // measured["den"])
        measured = measured[(place >= measured["first"]) & (place < measured["until"])]
        over = measured["flat"] * measured["den"] + measured["rise"] * measured["num"]
        # A level term as it is, a sloped one (alone in its leaf) over its own denominator.
        level = measured["rise"] == 0
        low = over.where(~level, measured["flat"])
        part = measured[["unit_month", "leaf", "state"]].assign(low=low, high=low, den=measured["den"].where(~level, 1))
        rest = figures[figures["state"] != 0].merge(self.terms, on="term")
        part = pd.concat([part, rest[["unit_month", "leaf", "state", "low", "high"]].assign(den=1)])
        # The shipped checklists are sums; another way of combining would be a wrong answer, found by the comparison.
        grouped = part.groupby(["unit_month", "leaf"], sort=True)
        whole = grouped.agg(
            state=("state", "max"), least=("state", "min"), low=("low", "sum"), high=("high", "sum"), den=("den", "max")
        ).reset_index()
        whole["state"] = whole["state"].mask(whole["state"].isin([1, 2]) & (whole["least"] != whole["state"]), 3)
        return self._settled(whole.merge(self.leaves, on="leaf"))

    def _settled(self, all_: pd.DataFrame) -> pd.DataFrame:
        for side in ("low", "high"):
            full = all_["den"] * all_["scale"]
            half = np.sign(all_[side]) * ((2 * all_[side].abs() + full) // (2 * full))
            all_[side] = half.clip(all_["lowest"], all_["highest"])
        state = all_["state"].where(all_["state"] != 1, all_["nothing"])
        nothing = all_["nothing_points"]
        points = all_["low"].where(state == 0).mask(state == 1, nothing)
        sure = all_["low"].mask(state == 1, nothing).mask(state == 3, all_[["low"]].join(all_["also_low"]).min(axis=1))
        possible = (
            all_["low"].mask(state == 1, nothing).mask(state == 3, all_[["high"]].join(all_["also_high"]).max(axis=1))
        )
        found = all_[["unit_month", "leaf"]].assign(state=state, points=points, sure=sure, possible=possible)
        return found.astype({"points": "Int64", "sure": "int64", "possible": "int64", "state": "int8"})

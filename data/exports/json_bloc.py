"""Blocs, and the units of one side by side, as JSON; numbers are decimal texts, what is not known is null."""

from collections.abc import Container, Iterable
from typing import Any

from data.criteria.bloc import Bloc
from data.exports.json_score import per_cent, plain
from data.scores.bloc import BlocLine, BlocScore


def bloc_list(blocs: Iterable[Bloc], known: Container[str]) -> list[dict[str, Any]]:
    """The blocs with their members; ``known`` are the codes of the units that the store has."""
    return [
        {
            "id": bloc.id,
            "title": bloc.title,
            "status": bloc.status,
            "members": [
                {"id": one.id, "name": one.name, "derived": one.derived, "known": one.id in known}
                for one in bloc.members
            ],
        }
        for bloc in blocs
    ]


def bloc_object(scored: BlocScore) -> dict[str, Any]:
    """The object: ``lines`` in the order of the ranks; ``results`` are the ranks that the bloc's document prints.

    ``derived`` members are not named by the document. ``index`` is per cent in points with six places, beside its exact
    numerator and denominator; ``rank`` is by the exact index, ``rank_best`` and ``rank_worst`` what can still become of
    it. A unit without figures has points, rank and index null, and the whole range still before it. ``missing`` counts
    the figures that have not come: the unit's own, and those of a survey or an appraiser.
    """
    return {
        "bloc": scored.bloc.id,
        "title": scored.bloc.title,
        "table": scored.table.id,
        "edition": scored.table.edition,
        "month": str(scored.month),
        "template": scored.table.template,
        "excerpt": scored.table.excerpt,
        "demo": scored.demo,
        "provisional": scored.provisional,
        "lines": [_line(line) for line in scored.lines],
        "results": [{"year": one.year, "unit": one.unit, "rank": one.rank} for one in scored.bloc.results],
        "reference": scored.bloc.reference.model_dump(),
    }


def _line(line: BlocLine) -> dict[str, Any]:
    total = line.scored.score.total
    return {
        "unit": line.member.id,
        "name": line.member.name,
        "derived": line.member.derived,
        "state": "missing" if line.index is None else "measured",
        "rank": line.rank,
        "tied": line.tied,
        "rank_best": line.best,
        "rank_worst": line.worst,
        "settled": line.settled,
        "points": None if line.missing else plain(total.points),
        "points_sure": plain(total.sure),
        "points_possible": plain(total.possible),
        "applicable_max": plain(total.applicable_max),
        "measured_max": plain(total.measured_max),
        "index": per_cent(line.index),
        "index_numerator": None if line.index is None else plain(total.points),
        "index_denominator": None if line.index is None else plain(total.measured_max),
        "index_sure": per_cent(total.index_sure),
        "index_possible": per_cent(total.index_possible),
        "missing": dict(zip(("own", "others"), line.lacking, strict=True)),
    }

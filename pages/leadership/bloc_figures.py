"""The row of key figures of a bloc: where the chosen unit stands in it, or how the bloc itself does."""

from data.exports.bloc_words import index_words, member_name, ranks_words, reach_words
from data.language import format_number, format_share
from data.scores.bloc import BlocLine
from pages.leadership.bloc_seen import BlocSeen
from pages.parts.figures import key_figures_row
from pages.parts.markup import Note
from pages.parts.prose import say
from pages.parts.scope import Scope, unit_name


def bloc_figures(scope: Scope, seen: BlocSeen) -> None:
    """Five figures; of a unit that is no member only those of the bloc."""
    own = seen.own(scope)
    key_figures_row([*(_own(scope, seen, own) if own else []), *_bloc(scope, seen, own)])
    if own is None:
        name = unit_name(scope.unit, scope.lang)
        say(Note(scope.t("{unit}, chosen at the left, is no unit of this bloc.", unit=name)))


def _own(scope: Scope, seen: BlocSeen, line: BlocLine) -> list[tuple[str, str, str]]:
    t, scored = scope.t, seen.scored
    rank = t("no rank yet") if line.rank is None else f"{line.rank} / {len(scored.lines)}"
    fixed = line.best == line.worst
    still = t("nothing can change it") if fixed else t("can still be {ranks}", ranks=ranks_words(line))
    reach = t("sure – possible: {reach}", reach=reach_words(line, scope.lang))
    return [
        (t("Rank of the unit"), rank, " · ".join([*([t("shared")] if line.tied else []), still])),
        (t("Index of the unit"), index_words(line, scope.lang), reach),
    ]


def _bloc(scope: Scope, seen: BlocSeen, own: BlocLine | None) -> list[tuple[str, str, str]]:
    t, lang, scored = scope.t, scope.lang, seen.scored
    settled = sum(line.settled for line in scored.lines)
    first = [line for line in scored.measured if line.rank == 1]
    names = "; ".join(member_name(seen.known, line.member, lang) for line in first)
    return [
        (
            t("Median of the bloc"),
            t("not known") if scored.median is None else format_share(scored.median, lang, pad=True),
            _against(scope, seen, own),
        ),
        (t("Best in the bloc"), index_words(first[0], lang) if first else t("not known"), names),
        (
            t("Units with an index"),
            f"{len(scored.measured)} / {len(scored.lines)}",
            t("{count} of them lack nothing", count=settled),
        ),
    ]


def _against(scope: Scope, seen: BlocSeen, own: BlocLine | None) -> str:
    t, ahead = scope.t, seen.scored.ahead(own)
    if ahead is None:
        return t("of the units that have an index")
    points = format_number(abs(ahead) * 100, scope.lang)
    if not ahead:
        return t("the unit stands at the median")
    if ahead > 0:
        return t("the unit is {points} percentage points above", points=points)
    return t("the unit is {points} percentage points below", points=points)

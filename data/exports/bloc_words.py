"""Names and numbers of a bloc, as page and command line say them."""

from collections.abc import Mapping

from data.criteria.bloc import Bloc, Member
from data.language import format_share, translator
from data.scores.bloc import BlocLine
from data.units.known import KnownUnit


def bloc_title(bloc: Bloc, lang: str) -> str:
    """The bloc's title in ``lang``; the document's Vietnamese where there is no other."""
    return bloc.title_en if lang == "en" and bloc.title_en else bloc.title


def member_name(known: Mapping[str, KnownUnit], member: Member, lang: str) -> str:
    """The unit's name as the store has it; of a unit that it does not know, as the bloc's file has it."""
    named = known.get(member.id, member)
    return named.name_en if lang == "en" and named.name_en else named.name


def index_words(line: BlocLine, lang: str) -> str:
    """The index with two decimals; in words where nothing is measured."""
    return translator(lang)("not known") if line.index is None else format_share(line.index, lang, pad=True)


def reach_words(line: BlocLine, lang: str) -> str:
    """The sure and the possible index of the year: one number where both are the same."""
    total = line.scored.score.total
    if total.index_sure is None or total.index_possible is None:
        return translator(lang)("not known")
    low, high = format_share(total.index_sure, lang, pad=True), format_share(total.index_possible, lang, pad=True)
    return low if line.settled else f"{low}–{high}"


def ranks_words(line: BlocLine) -> str:
    """Between which ranks the unit can still end."""
    return str(line.best) if line.best == line.worst else f"{line.best}–{line.worst}"


def missing_words(line: BlocLine, lang: str) -> str:
    """How many figures have not come, and whose they are; "others" are a survey and the appraiser."""
    t, (own, others) = translator(lang), line.lacking
    if line.missing:
        return t("no figure at all")
    parts = [t("{count} of its own", count=own)] if own else []
    parts += [t("{count} of others", count=others)] if others else []
    return "; ".join(parts) or t("nothing missing")

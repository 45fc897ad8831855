"""From a kernel message (English entry and exact values) to a sentence in the reader's language."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from data.language.catalogue import translate
from data.language.dates import format_date, format_moment
from data.language.marker import _
from data.language.numbers import format_exact
from scoring.messages import Message, Percent, Title


def render(message: Message, lang: str) -> str:
    """The sentence in ``lang``. KeyError when a placeholder has no value: that is a bug and must be seen."""
    values = {name: written(value, lang) for name, value in message.values.items()}
    return translate(message.text, lang).format_map(values)


def written(value: object, lang: str) -> str:
    """One value of a sentence. Text stays as it is: give a year or a code as text, lest it become ``2.026``.

    TypeError for a float and for what this function does not know: a value nobody thought of is a bug.
    """
    match value:
        case str():
            return value
        case Message():
            return render(value, lang)
        case Title():
            return value.en if lang == "en" and value.en else value.law
        case Percent():
            return format_exact(value.share * 100, lang) + "%"
        case bool():
            return translate(_("yes") if value else _("no"), lang)
        case int() | Decimal() | Fraction():
            return format_exact(value, lang)
        case datetime():
            return format_moment(value)
        case date():
            return format_date(value)
        case list() | tuple():
            return ("; " if any(_has_comma(part, lang) for part in value) else ", ").join(
                written(p, lang) for p in value
            )
        case None:
            return "–"
        case _ as unknown:
            raise TypeError(f"no way to write {unknown!r} in a sentence")


def _has_comma(part: object, lang: str) -> bool:
    """A list whose parts hold commas (Vietnamese decimals, sentences) is separated by semicolons."""
    return "," in written(part, lang)

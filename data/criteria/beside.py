"""A table beside the others that are loaded: one code is one number, so its definitions must agree."""

from collections.abc import Iterable, Iterator, Mapping

from data.criteria.yaml_text import Source
from scoring.indicator import Indicator
from scoring.messages import Message, Problem, _
from scoring.table import Table

# What tells two definitions apart -> the key of the criteria file, and what it is called.
CALLED: Mapping[str, tuple[str, str]] = {
    "title": ("title", _("name")),
    "title_en": ("title_en", _("English name")),
    "measure": ("measure", _("kind of number")),
    "unit": ("unit", _("unit of measurement")),
    "numerator": ("numerator", _("numerator")),
    "denominator": ("denominator", _("denominator")),
    "part_of_whole": ("part_of_whole", _("whether the numerator is a part of the denominator")),
    "repairable": ("repairable", _("whether cases can still be put right")),
    "formation": ("year", _("how the year is formed")),
    "every": ("every", _("months between two reports")),
    "options": ("options", _("answers")),
    "deadline": ("deadline", _("last day on time")),
    "least": ("least", _("least figure")),
    "most": ("most", _("largest figure")),
    "working_days": ("days", _("how days are counted")),
    "none": ("none", _("words for no day")),
    "rows": ("rows", _("how it is formed from the rows of a register")),
}
KIND = ("measure", "part_of_whole", "options")  # what decides how a stored figure is read
TOLD = ("title", "unit", "numerator", "denominator")  # what the other table says there is short enough to be shown


def defined_otherwise(indicators: Mapping[str, Indicator], others: Iterable[Table], source: Source) -> list[Problem]:
    """Another wording is a warning; another kind of number is an error: what is stored would be misread."""
    found = []
    for other in others:
        for code, here in indicators.items():
            there = other.indicators.get(code)
            differ = [] if there is None else [name for name in CALLED if _differs(name, here, there)]
            if there is None or not differ:
                continue
            values = {"code": code, "id": other.id, "differences": tuple(_told(differ, there))}
            first = differ[0]
            if _kind_of_number(there) != _kind_of_number(here):
                first = next(name for name in KIND if _differs(name, here, there))
                what = Message(_("{code} is another kind of number in the table {id}."), values)
                cure = Message(_("Use another code: what is stored under this one would be misread."))
                problem = Problem("C141", what, cure)
            else:
                what = Message(_("{code} is defined otherwise in the table {id}: {differences}."), values)
                cure = Message(_("One code is one number: make the definitions equal, or use another code."))
                problem = Problem("C140", what, cure, severity="warning")
            found.append(source.placed(problem, ("indicators", code, CALLED[first][0])))
    return found


def _differs(name: str, here: Indicator, there: Indicator) -> bool:
    """A name that only one of the two has in English is no other name."""
    one, other = getattr(here, name), getattr(there, name)
    return bool(one != other and (name != "title_en" or (one and other)))


def _told(differ: Iterable[str], there: Indicator) -> Iterator[Message]:
    for name in differ:
        said = Message(CALLED[name][1])
        if name in TOLD:
            words = Message(_("{what} (there: “{words}”)"), {"what": said, "words": getattr(there, name) or "–"})
            yield words
        else:
            yield said


def _kind_of_number(indicator: Indicator) -> tuple[object, ...]:
    """``KIND``; of answers their numbers alone."""
    return indicator.measure, indicator.part_of_whole, tuple(option.value for option in indicator.options)

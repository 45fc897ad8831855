"""The mark of invented figures on a form: written wherever one is printed, and believed when the form comes back.

A demo figure that came back without it would be an office's own, with a person's name beside it.
"""

from collections.abc import Iterable, Mapping

from data.figures.observation import Observation
from data.figures.typed import fold
from data.imports.form import Stamp
from data.imports.problems import ImportProblem, problem
from data.imports.sheets import Sheet
from data.language import LANGUAGES, translator
from data.store.opening import Store
from data.units.known import KnownUnit
from scoring.indicator import Indicator


def mark(lang: str) -> str:
    """The words of the mark."""
    t = translator(lang)
    return t("DEMO DATA – not real figures")


def is_demo(stored: Mapping[str, Observation], printed: Iterable[Indicator]) -> bool:
    """True when a figure of ``stored`` (by code) that is ``printed`` is invented."""
    return any(stored[one.code].demo for one in printed if one.code in stored)


def says_demo(stamp: Mapping[Stamp, str], sheet: Sheet | None, above: int) -> bool:
    """True for a form that calls its figures invented: by its stamp, or in a row before ``above`` in any language."""
    if stamp.get(Stamp.DEMO):
        return True
    marks = [fold(mark(lang)) for lang in LANGUAGES]
    heads = [row for row in sheet.rows if row < above] if sheet else []
    texts = [fold(cell.given.text) for row in heads for cell in sheet.rows[row].values()] if sheet else []
    return any(words in text for words in marks for text in texts)


def about_demo(store: Store, unit: KnownUnit) -> ImportProblem:
    """What a form that says it is demo becomes for ``unit``: refused (I144), or kept as demo where demo figures are."""
    rows = store.cursor().execute("SELECT 1 FROM observation WHERE unit = ? AND demo LIMIT 1", [unit.id]).fetchall()
    return problem("I143" if unit.demo or rows else "I144", unit=unit.name)

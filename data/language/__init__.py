"""Words and numbers for people, in Vietnamese (first) and English.

Code holds the English sentence, marked ``_("...")`` (or ``t("...")`` where it is shown at once); ``vi.po`` holds the
Vietnamese one. Numbers stay exact until they are written here: a float is refused.
"""

from data.language.catalogue import DEFAULT, LANGUAGES, PRODUCT, Translate, pick, translator
from data.language.dates import format_date, format_moment, format_month
from data.language.marker import _
from data.language.messages import render
from data.language.numbers import format_exact, format_number, format_percent, format_share

__all__ = [
    "DEFAULT",
    "LANGUAGES",
    "PRODUCT",
    "Translate",
    "_",
    "format_date",
    "format_exact",
    "format_moment",
    "format_month",
    "format_number",
    "format_percent",
    "format_share",
    "pick",
    "render",
    "translator",
]

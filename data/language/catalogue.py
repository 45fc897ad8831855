"""The catalogue: ``vi.po`` read once a process, and the translator made from it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from babel.messages.pofile import read_po

LANGUAGES: Mapping[str, str] = MappingProxyType({"vi": "Tiếng Việt", "en": "English"})  # each in its own words
DEFAULT = "vi"
PRODUCT = "thước"  # a name: the same in every language
CATALOGUE = Path(__file__).parent / "vi.po"


class Translate(Protocol):
    """``t("English text {name}", name=value)``: the sentence in the reader's language, its values written out."""

    def __call__(self, text: str, /, **values: object) -> str: ...


@cache
def vietnamese() -> Mapping[str, str]:
    """English sentence to Vietnamese sentence. Reading the .po takes about 0.1 ms an entry: no compiled file needed."""
    with CATALOGUE.open("rb") as file:
        entries = read_po(file, locale="vi")
    return MappingProxyType({str(entry.id): str(entry.string) for entry in entries if entry.id and entry.string})


def pick(wanted: str | None) -> str:
    """The language to use when ``wanted`` was asked for; an unknown or missing one gives Vietnamese."""
    return wanted if wanted is not None and wanted in LANGUAGES else DEFAULT


def translate(text: str, lang: str) -> str:
    """``text`` in ``lang``, placeholders untouched. Without a Vietnamese entry the English (a test forbids that)."""
    return vietnamese().get(text, text) if lang == "vi" else text


@cache
def translator(lang: str) -> Translate:
    """The ``t`` of a page: translates, then writes numbers, dates and nested messages as the language does."""
    from data.language.messages import written  # messages need the catalogue: imported late

    def t(text: str, /, **values: object) -> str:
        sentence = translate(text, lang)
        return (
            sentence.format_map({name: written(value, lang) for name, value in values.items()}) if values else sentence
        )

    return t

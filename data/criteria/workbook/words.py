"""The words of the workbook: its headings, the help for each column, and the names of the answers in drop-downs.

Headings and answers are the form's own and stand in the language of the offices, with the key of the schema behind
them in brackets: every refusal that names a key can then be found in the sheet. Help is a catalogue entry. A key that
has no words yet shows its own name, so that nothing is ever lost; a test asks for the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data.criteria.workbook.columns import Column, KeyPath
from data.criteria.workbook.words_answers import ANSWERS
from data.criteria.workbook.words_indicators import INDICATORS
from data.criteria.workbook.words_registers import REGISTERS
from data.criteria.workbook.words_rules import CALLED, RULES
from data.criteria.workbook.words_table import TABLE
from data.criteria.workbook.words_tree import TREE
from data.figures.typed import fold

WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {**TABLE, **INDICATORS, **REGISTERS, **TREE, **RULES}
YES, NO = "có", "không"
WHOLE_TABLE = "(cả bảng)"  # in place of a criterion's code
MARK = "@"  # begins the name of a column that is no key: where a row stands, or what it belongs to


@dataclass(frozen=True)
class Heading:
    """A column's heading and its help (an English catalogue entry, empty where nobody has written it yet)."""

    words: str
    key: str
    help: str

    @property
    def shown(self) -> str:
        """As it stands in the sheet: the words, and the key in brackets on a line of its own."""
        return f"{self.words}\n({self.key})" if self.key else self.words


def dotted(path: KeyPath) -> str:
    """``reference.quote``."""
    return ".".join(path)


def heading(sheet: str, path: KeyPath) -> Heading:
    """The heading of the column ``path`` on the sheet with this key."""
    name = dotted(path)
    key = "" if name.startswith(MARK) else name
    words, said = WORDS.get(sheet, {}).get(name, (name, ""))
    return Heading(words, key, said)


def ordered(sheet: str, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns in the order in which the sheet's words stand; those without words last, as the schema has them."""
    known = list(WORDS.get(sheet, {}))
    names = {column: dotted(column.path) for column in columns}
    return tuple(
        sorted(columns, key=lambda column: known.index(names[column]) if names[column] in known else len(known))
    )


def answers(sheet: str, column: Column) -> dict[str, str]:
    """What each code of a choice is called: ``tỷ lệ (ratio)``. A code without a name is shown as it is."""
    name = dotted(column.path)
    named = CALLED if name == "rule.kind" else ANSWERS.get(f"{sheet}.{name}", ANSWERS.get(name, {}))
    return {code: f"{named[code]} ({code})" if code in named else code for code in column.choices}


def codes(sheet: str, column: Column) -> dict[str, str]:
    """The code that each way of writing an answer means: its name, its code, both; folded."""
    found: dict[str, str] = {}
    for code, shown in answers(sheet, column).items():
        for way in (code, shown, shown.removesuffix(f" ({code})")):
            found.setdefault(fold(way), code)
    return found

"""A preview in short: how many rows become what, and problems that are the same told once with all their cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.imports.difference import Change, PreviewRow
from data.imports.problems import ImportProblem
from scoring.messages import Message


@dataclass(frozen=True)
class Alike:
    """Problems with the same sentence, remedy and value, in the order of the file; the first one stands for all."""

    problems: tuple[ImportProblem, ...]

    @property
    def first(self) -> ImportProblem:
        """The one whose words are shown."""
        return self.problems[0]

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells as Excel names them; empty for a problem of the whole file."""
        return tuple(f"{found.column or ''}{found.row}" for found in self.problems if found.row is not None)


def tally(rows: Iterable[PreviewRow]) -> Mapping[Change, int]:
    """How many rows have each fate; every fate is there."""
    counts = dict.fromkeys(Change, 0)
    for row in rows:
        counts[row.change] += 1
    return counts


def will_store(rows: Iterable[PreviewRow], *, demo: bool = False) -> int:
    """How many figures :func:`data.imports.confirm.confirm` would store: good rows that say something new.

    A demo figure that is stored is no figure of the office: the same number from the office is new, and
    never the other way round.
    """
    return sum(
        1
        for row in rows
        if row.figure is not None
        and (row.change is not Change.SAME or (row.stored is not None and row.stored.demo and not demo))
    )


def alike(problems: Iterable[ImportProblem]) -> Sequence[Alike]:
    """Thirty blank rows are one line with thirty cells, not thirty lines between which an error hides."""
    groups: dict[tuple[object, ...], list[ImportProblem]] = {}
    for found in problems:
        key = (found.code, found.sheet, _shown(found.message), _shown(found.remedy), found.value)
        groups.setdefault(key, []).append(found)
    return [Alike(tuple(group)) for group in groups.values()]


def _shown(message: Message) -> str:
    """The sentence with the values that stand in it; a value that is not shown makes no difference."""
    return message.text.format_map({name: str(value) for name, value in message.values.items()})

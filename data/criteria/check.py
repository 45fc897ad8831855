"""One criteria table checked: the table, or all that is wrong with it at once, sorted by place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from data.criteria.compile import compile_table
from data.criteria.nameless import named
from data.criteria.refusals import rule_problems, schema_problems
from data.criteria.salvage import UNREADABLE, dotted, salvage
from data.criteria.schema import TableKeys
from data.criteria.workbook.problems import CellProblem
from data.criteria.yaml_text import Path, Source, Text, read_yaml
from scoring.indicator import Indicator
from scoring.lint import lint
from scoring.messages import Problem
from scoring.table import Table


@dataclass(frozen=True)
class Checked:
    """The table (``None`` when a problem refuses it), and what can be read of it in either case.

    ``id`` is empty where it cannot be read; ``indicators`` are those of which every key can.
    """

    table: Table | None = None
    problems: tuple[Problem, ...] = ()
    source: Source = field(default_factory=Source, repr=False)
    id: str = ""
    indicators: Mapping[str, Indicator] = field(default_factory=dict)


def check(text: str) -> Checked:
    """Check ``text``. Keys and rules that cannot be read hide nothing but what hangs on them; a syntax error all."""
    return check_source(read_yaml(text))


def check_source(source: Source) -> Checked:
    """Check what was read of a file, whatever kind of file it is: one set of rules for all."""
    if not isinstance(source.content, dict):
        return Checked(None, in_order(source.problems), source)
    damage, problems = source.damage, list(source.problems)
    salvaged = salvage(TableKeys, source.content, (), damage)
    problems += schema_problems(salvaged.refused, source)
    if salvaged.keys is None:
        return Checked(None, in_order(problems), source)
    for filled in source.merged:
        damage.add(dotted(filled))
    damage.add(f"indicators.{UNREADABLE}")
    compiled = compile_table(salvaged.keys, damage)
    for refused in compiled.refused:
        problems += rule_problems(refused, source)
    problems += _linted(lint(compiled.table, damage), source)
    table = compiled.table
    return Checked(
        None if any(problem.severity == "error" for problem in problems) else table,
        in_order(problems),
        source,
        "" if damage.lost("id") else table.id,
        {code: one for code, one in table.indicators.items() if not damage.hits(f"indicators.{code}")},
    )


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """By their place; within a line or cell as they were found; what is said twice once."""
    kept: dict[tuple[str, str, str], Problem] = {}
    for problem in problems:
        kept.setdefault((problem.code, problem.place, repr(problem.message)), problem)
    return tuple(sorted(kept.values(), key=_order))


def _order(problem: Problem) -> tuple[int, int, int]:
    """The place in the file: its line, or sheet, row and column."""
    if isinstance(problem, CellProblem):
        return problem.order
    line = problem.place.partition(":")[0]
    return (int(line) if line.isdigit() else 0, 0, 0)


def _linted(found: list[Problem], source: Source) -> Iterator[Problem]:
    for problem in found:
        path = tuple(int(part) if part.isdigit() else part for part in problem.place.split("."))
        if problem.quotes:
            found_at = next(_quoted(source.content, path, problem.quotes), None)
            if found_at is None:  # it speaks of a text that nobody wrote: a bound that follows from others
                continue
            path = found_at
        yield source.placed(named(problem, source.content, path), path)


def _quoted(content: Text, path: Path, words: str) -> Iterator[Path]:
    """Where ``words`` stand at ``path`` or below it."""
    if content == words:
        yield ()
    for key, part in _parts(content):
        if not path or key == path[0]:
            yield from ((key, *below) for below in _quoted(part, path[1:], words))


def _parts(content: Text) -> Iterable[tuple[str | int, Text]]:
    return content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()

"""One criteria text checked: its table, or all that is wrong with it at once, sorted by line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from data.criteria.compile import compile_table
from data.criteria.refusals import rule_problems, schema_problems
from data.criteria.salvage import NAMELESS, UNREADABLE, dotted, salvage
from data.criteria.schema import TableKeys
from data.criteria.yaml_text import Path, Source, Text, place, read_yaml
from scoring.indicator import Indicator
from scoring.lint import lint
from scoring.messages import Message, Problem
from scoring.table import Table


@dataclass(frozen=True)
class Checked:
    """The table (``None`` when a problem refuses it), and what can be read of it in either case.

    ``id`` is empty where it cannot be read; ``indicators`` are those of which every key can.
    """

    table: Table | None = None
    problems: tuple[Problem, ...] = ()
    lines: Mapping[Path, int] = field(default_factory=dict)
    id: str = ""
    indicators: Mapping[str, Indicator] = field(default_factory=dict)


def check(text: str) -> Checked:
    """Check ``text``. Keys and rules that cannot be read hide nothing but what hangs on them; a syntax error all."""
    source = read_yaml(text)
    if not isinstance(source.content, dict):
        return Checked(None, in_order(source.problems), source.lines)
    damage, problems = source.damage, list(source.problems)
    salvaged = salvage(TableKeys, source.content, (), damage)
    problems += schema_problems(salvaged.refused, source)
    if salvaged.keys is None:
        return Checked(None, in_order(problems), source.lines)
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
        in_order([_named(problem, source.content) for problem in problems]),
        source.lines,
        "" if damage.lost("id") else table.id,
        {code: one for code, one in table.indicators.items() if not damage.hits(f"indicators.{code}")},
    )


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """By line; within a line as they were found; what is said twice once."""
    kept: dict[tuple[str, str, str], Problem] = {}
    for problem in problems:
        kept.setdefault((problem.code, problem.place, repr(problem.message)), problem)
    return tuple(sorted(kept.values(), key=_line))


def _line(problem: Problem) -> int:
    line = problem.place.partition(":")[0]
    return int(line) if line.isdigit() else 0


def _linted(found: list[Problem], source: Source) -> Iterator[Problem]:
    for problem in found:
        path = tuple(int(part) if part.isdigit() else part for part in problem.place.split("."))
        yield replace(problem, place=place(source.lines, path))


def _named(problem: Problem, content: Text) -> Problem:
    """Speak of a node whose id cannot be read by what is written there, or by its title."""
    values = problem.message.values
    if NAMELESS not in values.values():
        return problem
    spoken_of: object = content
    for part in problem.place.partition(": ")[2].split("."):
        if isinstance(content, dict):
            content = content.get(part)
        elif isinstance(content, list) and part.isdigit() and int(part) < len(content):
            spoken_of = content = content[int(part)]
        else:
            break
    known = [spoken_of.get(key) for key in ("id", "title")] if isinstance(spoken_of, dict) else []
    name = next((text for text in known if isinstance(text, str) and text), "?")
    shown = {key: name if value == NAMELESS else value for key, value in values.items()}
    return replace(problem, message=Message(problem.message.text, shown))

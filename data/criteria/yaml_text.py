"""YAML read as text with the line of every key.

Scalars stay text: ``1.10``, ``no`` and ``001`` are what the author wrote, not 1.1, False and 1. Keys written twice,
aliases and tags are refused, each at its line; the rest of the file is read on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import yaml

from scoring.lint_damage import Damage
from scoring.messages import Message, Problem, _

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same grammar in C, ten times as fast
DEEPEST = 60  # levels of lists and mappings; the deepest real table has 12
Path = tuple[str | int, ...]
Text = str | list["Text"] | dict[str, "Text"] | None


@dataclass
class Source:
    """A file's content as plain texts, lists and mappings; ``lines`` gives the line (from 1) of each key path.

    ``damage`` is what the content cannot tell: where an alias stands, and what was written twice. ``merged`` are the
    mappings that an alias was to fill (``<<: *name``): nobody knows what else they hold.
    """

    content: Text = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    damage: Damage = field(default_factory=Damage)
    merged: list[Path] = field(default_factory=list)

    def placed(self, problem: Problem, path: Path) -> Problem:
        """``problem`` at ``path``, or at its nearest parent that is in the file: ``"12: tree.0.max"``."""
        return replace(problem, place=place(self.lines, path))

    def said(self, path: Path) -> str:
        """What the author of this file calls the key at the end of ``path``."""
        return str(path[-1]) if path else ""

    def answers(self, path: Path, codes: Sequence[str]) -> tuple[str, ...]:
        """How the author of this file writes each of the ``codes`` that ``path`` may be."""
        return tuple(codes)


def place(lines: Mapping[Path, int], path: Path) -> str:
    """Line and key of ``path``; a key that is missing stands at the line of what should hold it."""
    near = path
    while near and near not in lines:
        near = near[:-1]
    key = ".".join(str(part) for part in path)
    return f"{lines.get(near, 1)}: {key}" if key else f"{lines.get(near, 1)}"


def read_yaml(text: str) -> Source:
    """Read ``text``; a syntax error becomes one problem at its line and leaves the content ``None``."""
    source = Source()
    try:
        _document(yaml.parse(text, Loader=LOADER), source)
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        return Source(problems=[*source.problems, _syntax(line)])
    except yaml.YAMLError:
        return Source(problems=[*source.problems, _syntax(_unprintable(text))])
    except _TooDeep as wrong:
        return Source(problems=[*source.problems, _too_deep(wrong.line)])
    except _SecondDocument as wrong:
        return Source(problems=[*source.problems, _syntax(wrong.line)])
    if not isinstance(source.content, dict) and not source.problems:
        source.problems.append(_empty())
    return source


class _Unread(Exception):
    """At this line the reading ends."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _TooDeep(_Unread):
    """Lists and mappings stand in each other deeper than any table needs."""


class _SecondDocument(_Unread):
    """``---`` begins another table in the same file."""


def _document(events: Iterator[yaml.Event], source: Source) -> None:
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and source.lines:
            raise _SecondDocument(_line(event))
        if isinstance(event, yaml.NodeEvent):
            source.content = _value(event, events, (), source)


def _value(event: yaml.Event, events: Iterator[yaml.Event], path: Path, source: Source) -> Text:
    line = _line(event)
    source.lines.setdefault(path, line)
    if len(path) > DEEPEST:
        raise _TooDeep(line)
    if isinstance(event, yaml.AliasEvent):
        source.problems.append(_alias(line, path))
        source.damage.add(_dotted(path))
        return None
    tagged = isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and bool(event.tag)
    if tagged:
        source.problems.append(_tagged(line, path))
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, path, source)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Text] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_value(event, events, (*path, len(items)), source))
        return items
    if not isinstance(event, yaml.ScalarEvent):
        raise TypeError(event)
    return None if event.value in {"", "~"} and (event.implicit[0] or tagged) else str(event.value)


def _mapping(events: Iterator[yaml.Event], path: Path, source: Source) -> dict[str, Text]:
    found: dict[str, Text] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key, line = _key(event, events, path, source), _line(event)
        here = (*path, key)
        if key not in found:
            source.lines[here] = line
            found[key] = _value(next(events), events, here, source)
        else:
            source.problems.append(_twice(line, here))
            again = Source(lines={here: line}, problems=source.problems, merged=source.merged)
            if here == ("indicators",):
                again.damage = source.damage
            found[key] = _of_two(found[key], _value(next(events), events, here, again), here, again, source)
    if source.damage.lost(_dotted((*path, "<<"))):
        source.merged.append(path)
    return found


def _key(event: yaml.Event, events: Iterator[yaml.Event], path: Path, source: Source) -> str:
    """A key; an alias, list or mapping in its place is as good as an alias that fills the mapping."""
    if isinstance(event, yaml.ScalarEvent) and not event.tag:
        return str(event.value)
    here = (*path, str(event.value) if isinstance(event, yaml.ScalarEvent) else "<<")
    _value(event, events, here, source)
    return str(here[-1])


def _of_two(first: Text, second: Text, path: Path, again: Source, source: Source) -> Text:
    """What stands under a key that is written twice: the first, and what it is not known to be is damage."""
    if first == second:
        return first
    if path == ("indicators",) and isinstance(first, dict) and isinstance(second, dict):
        for code in first.keys() & second.keys():  # two halves of one list
            if first[code] != second[code]:
                source.damage.add(f"indicators.{code}")
        for at, line in again.lines.items():
            source.lines.setdefault(at, line)
        return second | first
    halves = path[-1] in {"tree", "children"} and isinstance(first, list)
    source.damage.add(_dotted((*path, len(first)) if halves and isinstance(first, list) else path))
    return first


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _dotted(path: Path) -> str:
    return ".".join(str(part) for part in path)


def _unprintable(text: str) -> int:
    """The line of the first character that YAML forbids."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _syntax(line: int) -> Problem:
    """The parser's own words are left out: they are English and speak of tokens."""
    return Problem(
        "C001",
        Message(_("This line is not correct YAML.")),
        Message(_("Look at this line and the one above it: indentation, colon, quotation marks, brackets.")),
        f"{line}",
    )


def _too_deep(line: int) -> Problem:
    return Problem(
        "C001",
        Message(_("The lines are nested deeper than any table needs.")),
        Message(_("Look for brackets or hyphens that were written too often.")),
        f"{line}",
    )


def _tagged(line: int, path: Path) -> Problem:
    return Problem(
        "C001",
        Message(_("The file uses a YAML tag (!name).")),
        Message(_("Delete the word after the exclamation mark, with the mark; tags are not read.")),
        _at(line, path),
    )


def _empty() -> Problem:
    return Problem(
        "C001",
        Message(_("The file has no keys.")),
        Message(_("Write the table as keys and values, as criteria/README.md shows.")),
        "1",
    )


def _alias(line: int, path: Path) -> Problem:
    return Problem(
        "C002",
        Message(_("The file uses a YAML alias (*name).")),
        Message(_("Write the text out where it belongs; aliases are not read.")),
        _at(line, path),
    )


def _twice(line: int, path: Path) -> Problem:
    return Problem(
        "C003",
        Message(_("The key {key} is written twice in the same place."), {"key": str(path[-1])}),
        Message(_("Keep one of the two.")),
        _at(line, path),
    )


def _at(line: int, path: Path) -> str:
    return f"{line}: {_dotted(path)}" if path else f"{line}"

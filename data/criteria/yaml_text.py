"""YAML read as text with the line of every key.

Scalars stay text: ``1.10``, ``no`` and ``001`` are what the author wrote, not 1.1, False and 1. Keys written twice,
aliases and tags are refused, each at its line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from scoring.messages import Message, Problem, _

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same grammar in C, ten times as fast
Path = tuple[str | int, ...]
Text = str | list["Text"] | dict[str, "Text"] | None


@dataclass
class Source:
    """A file's content as plain texts, lists and mappings; ``lines`` gives the line (from 1) of each key path."""

    content: Text = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> str:
        """``"line 12, tree.0.max"``-like place of ``path``, or of its nearest parent that is in the file."""
        return place(self.lines, path)


def place(lines: Mapping[Path, int], path: Path) -> str:
    """Line and key of ``path``; a key that is missing stands at the line of what should hold it."""
    near = path
    while near and near not in lines:
        near = near[:-1]
    key = ".".join(str(part) for part in path)
    return f"{lines.get(near, 1)}: {key}" if key else f"{lines.get(near, 1)}"


def read_yaml(text: str) -> Source:
    """Compose ``text``; a syntax error becomes one problem at its line and leaves the content ``None``."""
    source = Source()
    try:
        for event in yaml.parse(text, Loader=LOADER):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent):
                source.problems.append(_alias(line))
            elif getattr(event, "tag", None):
                source.problems.append(_tagged(line))
        if source.problems:
            return source
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        source.problems.append(_syntax(line))
        return source
    except (yaml.YAMLError, RecursionError):
        source.problems.append(_syntax(1))
        return source
    if not isinstance(node, yaml.MappingNode):
        source.problems.append(_empty())
        return source
    source.content = _plain(node, (), source)
    return source


def _plain(node: yaml.Node, path: Path, source: Source) -> Text:
    source.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Text] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*path, key)
            if key in found:
                source.problems.append(_twice(key_node.start_mark.line + 1, here))
                continue
            source.lines[here] = key_node.start_mark.line + 1
            found[key] = _plain(value_node, here, source)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, index), source) for index, child in enumerate(node.value)]
    text = str(node.value)
    return None if node.tag.endswith(":null") and text in {"", "~"} else text


def _syntax(line: int) -> Problem:
    """The parser's own words are left out: they are English and speak of tokens."""
    return Problem(
        "C001",
        Message(_("This line is not correct YAML.")),
        Message(_("Look at this line and the one above it: indentation, colon, quotation marks, brackets.")),
        f"{line}",
    )


def _tagged(line: int) -> Problem:
    return Problem(
        "C001",
        Message(_("The file uses a YAML tag (!name).")),
        Message(_("Delete the word after the exclamation mark, with the mark; tags are not read.")),
        f"{line}",
    )


def _empty() -> Problem:
    return Problem(
        "C001",
        Message(_("The file has no keys.")),
        Message(_("Write the table as keys and values, as criteria/README.md shows.")),
        "1",
    )


def _alias(line: int) -> Problem:
    return Problem(
        "C002",
        Message(_("The file uses a YAML alias (*name).")),
        Message(_("Write the text out where it belongs; aliases are not read.")),
        f"{line}",
    )


def _twice(line: int, path: Path) -> Problem:
    return Problem(
        "C003",
        Message(_("The key {key} is written twice in the same place."), {"key": str(path[-1])}),
        Message(_("Keep one of the two.")),
        f"{line}: {'.'.join(str(part) for part in path)}",
    )

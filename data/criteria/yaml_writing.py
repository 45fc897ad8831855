"""A criteria table as YAML: what :func:`data.criteria.yaml_text.read_yaml` reads back as it was, to the letter.

Short things stand on one line, long sentences are folded, keys stand in their documented order. Comments are not part
of a table: a file that was read and written again has none but those of ``heading``.
"""

from collections.abc import Iterable
from typing import Any

import yaml

from data.criteria.keys import in_order
from data.criteria.yaml_text import Text

WIDTH = 150  # characters, as the shipped files have them
SHORT = 100  # a mapping or list up to here stands on one line


class _Dumper(yaml.SafeDumper):
    """Every scalar is text, as it is for the reader: ``1.10``, ``no`` and ``2022-01-01`` need no quotes."""

    yaml_implicit_resolvers: Any = {}  # noqa: RUF012

    def ignore_aliases(self, _data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, indentless=False)


def write_yaml(content: Text, heading: Iterable[str] = ()) -> str:
    """``content`` as a file's text; each line of ``heading`` becomes a comment above it."""
    above = "".join(f"# {' '.join(line.split())}\n" for line in heading)
    body = yaml.dump(
        in_order(content), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False
    )
    return f"{above}\n{body}" if above else body


def _text(dumper: _Dumper, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    """``None`` lets the writer choose: plain, or in quotes where YAML needs them."""
    if any(character.isspace() and character not in " \u00a0" for character in text):
        return '"'
    if text in ("", "~"):
        return "'"
    folds = len(text) > SHORT and text == " ".join(text.split(" ")).strip() and "  " not in text
    return ">" if folds else None


def _short(value: object) -> int:
    """The length of ``value`` on one line; too long to be short where it holds mappings or long sentences."""
    if isinstance(value, str):
        return len(value) + 2
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return sum(map(_short, value)) + 2
    return SHORT + 1


def _mapping(dumper: _Dumper, content: dict[str, Text]) -> Any:
    length = sum(len(key) + 2 + _short(value) for key, value in content.items())
    return dumper.represent_mapping("tag:yaml.org,2002:map", content.items(), flow_style=0 < length <= SHORT)


def _list(dumper: _Dumper, items: list[Text]) -> Any:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=_short(items) <= SHORT)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(list, _list)

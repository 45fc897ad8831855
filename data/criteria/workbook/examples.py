"""The worked examples of the guide: those of ``criteria/README.md``, each a sentence of the law and its rule."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.criteria.yaml_text import Text, read_yaml

README = Path(__file__).resolve().parents[3] / "criteria" / "README.md"
_EXAMPLE = re.compile(r"\n\n([^\n#]+(?:\n[^\n#]+)*)\n\n```yaml\n# (rule|leaf|node|table)\n(.*?)```", re.DOTALL)
_ENGLISH = re.compile(r"(\s*·\s*)?(?<!\*)\*[^*]+\*(?!\*)")


@dataclass(frozen=True)
class Example:
    """A sentence as documents write it, and its rule as a criteria file has it."""

    sentence: str
    rule: dict[str, Text]

    @property
    def kind(self) -> str:
        """The rule kind."""
        return str(self.rule["kind"])


@dataclass(frozen=True)
class Whole:
    """A sentence as documents write it, and all that a criteria file writes for it: indicators, criteria, gates."""

    sentence: str
    content: dict[str, Text]


def examples(readme: Path = README) -> list[Example]:
    """All examples of a way of scoring, in their order; none where the file is not there."""
    return [Example(sentence, rule) for sentence, what, rule in _blocks(readme) if what == "rule" and "kind" in rule]


def whole_examples(readme: Path = README) -> list[Whole]:
    """All that show more than a rule: parts, formulas, conditions, bonus, penalties, the year before."""
    found = []
    for sentence, what, content in _blocks(readme):
        if what != "rule":
            whole: dict[str, Text] = content if what == "table" else {"tree": [{"id": "1", **content}]}
            found.append(Whole(sentence, whole))
    return found


def _blocks(readme: Path) -> Iterator[tuple[str, str, dict[str, Text]]]:
    """The sentence above each example, what it is an example of, and its content."""
    text = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    for sentence, what, block in _EXAMPLE.findall(text):
        content = read_yaml(block).content
        if isinstance(content, dict):
            vietnamese = _ENGLISH.sub("", sentence.replace("**", "")).replace("`", "")
            yield " ".join(vietnamese.split()), what, content

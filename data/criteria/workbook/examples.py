"""The worked examples of the guide: those of ``criteria/README.md``, each a sentence of the law and its rule."""

import re
from dataclasses import dataclass
from pathlib import Path

from data.criteria.yaml_text import Text, read_yaml

README = Path(__file__).resolve().parents[3] / "criteria" / "README.md"
_EXAMPLE = re.compile(r"\n\n([^\n`#][^`]*?)\n\n```yaml\n# rule\n(.*?)```", re.DOTALL)
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


def examples(readme: Path = README) -> list[Example]:
    """All examples in their order; none where the file is not there."""
    if not readme.is_file():
        return []
    found = []
    for sentence, block in _EXAMPLE.findall(readme.read_text(encoding="utf-8")):
        rule = read_yaml(block).content
        if isinstance(rule, dict) and "kind" in rule:
            last = sentence.rsplit("\n\n", 1)[-1]
            found.append(Example(" ".join(_ENGLISH.sub("", last).split()), rule))
    return found

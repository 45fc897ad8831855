"""A node or leaf whose id cannot be read is spoken of by what is written there, or by its title."""

from dataclasses import replace

from data.criteria.salvage import NAMELESS
from data.criteria.yaml_text import Path, Text
from scoring.messages import Message, Problem


def named(problem: Problem, content: Text, path: Path) -> Problem:
    """``problem``, which stands at ``path`` of ``content``, with a name in place of the stand-in for one."""
    values = problem.message.values
    if NAMELESS not in values.values():
        return problem
    spoken_of: object = content
    for part in path:
        if isinstance(content, dict):
            content = content.get(str(part))
        elif isinstance(content, list) and isinstance(part, int) and part < len(content):
            spoken_of = content = content[part]
        else:
            break
    known = [spoken_of.get(key) for key in ("id", "title")] if isinstance(spoken_of, dict) else []
    name = next((text for text in known if isinstance(text, str) and text), "?")
    shown = {key: name if value == NAMELESS else value for key, value in values.items()}
    return replace(problem, message=Message(problem.message.text, shown))

"""Brings ``vi.po`` up to date: ``python -m data.language.extract``.

Adds what the code says and the catalogue lacks (with an empty translation, which the tests refuse), drops what the code
no longer says, keeps all entries sorted: several people edit the file at once, and sorted one-line entries rarely
conflict.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.pofile import escape

from data.language.catalogue import CATALOGUE, vietnamese

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("scoring", "data", "pages", "commands", "app.py", "cli.py")
KEYWORDS = {"_", "t"}

HEADER = """\
# The Vietnamese words of thước. Sorted; add entries with: python -m data.language.extract
msgid ""
msgstr ""
"Language: vi\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"""


def marked(root: Path = ROOT) -> dict[str, str]:
    """Every sentence marked ``_()`` or ``t()`` in the code under ``root``, with one place where it stands.

    Read from the syntax tree: Babel's own extraction reads tokens and does not see a mark inside an f-string.
    """
    found: dict[str, str] = {}
    for file in _files(root):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
            if isinstance(node, ast.Call) and _name(node.func) in KEYWORDS and node.args:
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value:
                    found.setdefault(text.value, f"{file.relative_to(root)}:{node.lineno}")
    return found


def _name(called: ast.expr) -> str:
    """``t`` of ``t(...)`` and of ``scope.t(...)``."""
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


def write(entries: Mapping[str, str], path: Path = CATALOGUE) -> None:
    """Write the catalogue: sorted, one line a text, no places (they would change with every edit of the code)."""
    body = "".join(f"\nmsgid {escape(text)}\nmsgstr {escape(entries[text])}\n" for text in sorted(entries))
    path.write_text(HEADER + body, encoding="utf-8")


def _files(root: Path) -> Iterator[Path]:
    for place in PLACES:
        path = root / place
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.exists() else []


def main() -> int:
    """Update the file and say what is still to be translated; 1 when something is."""
    known = vietnamese()
    entries = {text: known.get(text, "") for text in marked()}
    write(entries)
    for text in sorted(text for text, words in entries.items() if not words):
        print(f"to translate: {text}")
    return int(not all(entries.values()))


if __name__ == "__main__":
    sys.exit(main())

"""No words for users in the code of the faces: they go through the catalogue, where both languages stand."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.language import PRODUCT

VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
# Streamlit's calls whose first argument is drawn as text, whatever they are called on: st, a column, a card.
DRAWS_TEXT = {
    "title", "header", "subheader", "caption", "text", "markdown", "write", "badge", "metric", "button", "checkbox",
    "toggle", "radio", "selectbox", "multiselect", "text_input", "text_area", "number_input", "date_input",
    "time_input", "file_uploader", "download_button", "link_button", "form_submit_button", "segmented_control", "pills",
    "slider", "expander", "popover", "status", "spinner", "toast", "success", "info", "warning", "error", "dialog",
}  # fmt: skip
OURS = {"page_header", "download_link", "Badge", "Column", "Section", "Note", "Strong"}
TEXT_WORDS = {"label", "help", "placeholder", "caption", "title", "alt", "page_title"}


def faces(root: Path) -> Iterator[Path]:
    for folder in ("pages", "commands"):
        yield from sorted((root / folder).rglob("*.py"))
    yield from filter(Path.is_file, (root / "app.py", root / "cli.py"))


def docstrings(tree: ast.AST) -> set[ast.AST]:
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef))
    return {body[0].value for body in bodies if body and isinstance(body[0], ast.Expr)}


def literal(node: ast.AST) -> str:
    """The words of a string or f-string that stand in the code; "" for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_translated(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in {"t", "_"}


def problems(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    spared = docstrings(tree)
    for node in ast.walk(tree):
        words = literal(node).replace(PRODUCT, "")  # a single letter is no word: a table of letters, a separator
        if isinstance(node, ast.Constant) and node not in spared and len(words) > 1 and VIETNAMESE.search(words):
            yield f"{node.lineno}: Vietnamese in the code: {node.value!r}"
        if isinstance(node, ast.Call) and not is_translated(node):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            draws = (isinstance(node.func, ast.Attribute) and name in DRAWS_TEXT) or name in OURS
            drawn = node.args[:1] if draws else []
            drawn += [word.value for word in node.keywords if draws and word.arg in TEXT_WORDS]
            for text in map(literal, drawn):
                if re.search(r"[A-Za-z]{2}", re.sub(r":material/\w+:", "", text)):
                    yield f"{node.lineno}: drawn without the catalogue: {text!r}"


def test_faces_hold_no_words_for_users(repo_root: Path) -> None:
    found = [f"{path}:{problem}" for path in faces(repo_root) for problem in problems(path.read_text(encoding="utf-8"))]
    assert not found


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('st.title("Overview")', 1),
        ('column.metric("Points", value)', 1),
        ('st.button(f"Save {name}")', 1),
        ('st.text_input(t("Name"), placeholder="Your name")', 1),
        ('page_header("Overview")', 1),
        ('label = "Tổng quan"', 1),
        ('st.title(t("Overview"))', 0),
        ('st.title(f"{code} · {name}")', 0),
        ('"""Tổng quan."""\nst.container(key="menu")', 0),
        ('click.echo(t("Done"))', 0),
    ],
)
def test_the_test_sees_them(source: str, count: int) -> None:
    assert len(list(problems(source))) == count

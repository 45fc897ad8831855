"""Text typed by people, made safe for the places where Streamlit reads Markdown (labels, titles, badges)."""

MARKS = frozenset("\\`*_{}[]()<>#+-.!|$:~")


def plain(text: str) -> str:
    """Escapes what Markdown would take as links, remote images, formulas, icons or coloured text."""
    return "".join("\\" + sign if sign in MARKS else sign for sign in text)

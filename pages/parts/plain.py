"""Text typed by people, made safe for the places where Streamlit reads Markdown (labels, titles, badges)."""

MARKS = frozenset("\\`*_{}[]()<>#+-.!|$:~")


def plain(text: str) -> str:
    """Escapes what Markdown would take as links, remote images, formulas, icons or coloured text.

    A bare address becomes a link even when escaped; an invisible joiner (U+2060) after ``://``, ``www.`` and ``@``
    prevents that.
    """
    for start in ("://", "www.", "@"):
        text = text.replace(start, start + "\u2060")
    return "".join("\\" + sign if sign in MARKS else sign for sign in text)

"""Names and texts of documents, made safe to show, to print and to put into a header."""

import unicodedata

LONGEST_NAME = 120  # characters, ending included
_FORBIDDEN = '<>:"/\\|?*'
_RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}


def clean_text(text: str) -> str:
    """NFC, one line, single spaces; without control, bidi and other invisible characters."""
    if text.isprintable():  # nearly every cell of a workbook: nothing to take out, no space but the plain one
        return " ".join(unicodedata.normalize("NFC", text).split())
    spaced = "".join(" " if character.isspace() else character for character in text)
    kept = (character for character in spaced if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def clean_name(name: str, kind: str) -> str:
    """A file name for display: the last part of a path, at most 120 characters, with an ending, never reserved.

    ``kind`` is the ending given to a name that has none; ``tai-lieu`` stands for a name of which nothing is left.
    """
    last = clean_text(name).replace("\\", "/").rsplit("/", 1)[-1]
    safe = "".join("_" if character in _FORBIDDEN else character for character in last).strip(" .")
    stem, dot, ending = safe.rpartition(".")
    if not dot or len(ending) > 5:
        stem, ending = safe, kind
    stem = stem[: LONGEST_NAME - len(ending) - 1].strip(" .") or "tai-lieu"
    if stem.split(".")[0].lower() in _RESERVED:
        stem = "_" + stem[: LONGEST_NAME - len(ending) - 2]
    return f"{stem}.{ending}"


def ending_of(name: str) -> str:
    """The ending of a cleaned name in lower case."""
    return name.rpartition(".")[2].lower()

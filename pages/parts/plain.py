"""Text typed by people, made safe for the places where Streamlit reads Markdown (labels, titles, badges).

A label is also read aloud as it was written, escapes included: only what Markdown would really take is escaped.
"""

import re

# Links need "](", "][" or a definition "]:"; footnotes "[^". Other brackets are only brackets.
LINKING = re.compile(r"\][(\[:]|\[\^")
TAKEN = re.compile(
    r"""
      [\\`*$|~<]                          # emphasis, code, formulas, tables, strike-through, markup
    | (?<![^\W_])_ | _(?![^\W_])            # emphasis at the edge of a word; within HO_SO it is a letter
    | (?<!\d):(?=\S) | :(?=\d*[^\d\s])     # :red[...], :material/...:, :smile:, :100:; not 10:30, not "a: b"
    | (?m:(?<=^)|(?<=^\ )|(?<=^\ \ )|(?<=^\ \ \ ))[#>+=-]   # headings, quotes, lists, rules
    | &(?=\#?\w+;)                        # &lt;
    """,
    re.VERBOSE,
)
NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s|$)", re.MULTILINE)
ADDRESS = re.compile(r"www(?=\.)|(?<=\\):|@", re.IGNORECASE)
BRACKETS = re.compile(r"[\[\]]")


def plain(text: str) -> str:
    """Escapes what Markdown would take as links, remote images, formulas, icons or coloured text.

    A bare address becomes a link even when escaped (another reader of it sees the escapes no more); an invisible
    joiner (U+2060) after such a ``:`` (icons and emoji too), ``www`` and ``@`` prevents that.
    """
    linking = LINKING.search(text)
    text = NUMBERED.sub(r"\1\\\2", TAKEN.sub(r"\\\g<0>", text.replace("\r", "\n")))
    if linking:
        text = BRACKETS.sub(r"\\\g<0>", text)
    return ADDRESS.sub("\\g<0>\u2060", text)

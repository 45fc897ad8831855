"""State secrets must not come into this system (Luật Bảo vệ bí mật nhà nước): what looks like a stamp stops and asks.

A document *about* keeping secrets ("bảo vệ bí mật nhà nước", "bảo mật", "mật khẩu") is no secret document.
"""

import re
import unicodedata

from data.evidence.text import text_inside
from scoring.messages import _

# Stands beside the box that a person ticks: what he declares, and what no machine has looked at for him.
DECLARATION = _("The document holds no state secrets.")
NOT_SEEN = _(
    "The software looks for stamps of secrecy in the text of PDF, Word and Excel files. It cannot see inside pictures "
    "and scans: look at every page before you tick."
)
_STAMPS = (
    re.compile(r"(tuyệt|tối)\s*mật", re.IGNORECASE),
    re.compile(r"\b(tuyet|toi)\s+mat\b", re.IGNORECASE),
    re.compile(r"độ\s+mật", re.IGNORECASE),
    re.compile(r"(?<!BÍ )(?<!BẢO )\bMẬT\b(?! KHẨU| MÃ| ĐỘ| ONG)"),
)


def stamps_in(*texts: str) -> list[str]:
    """The stamp-like words found in ``texts`` (file name, number, abstract), as written; empty when there are none."""
    found = []
    for text in texts:
        words = re.sub(r"[\s_.\-–()\[\]]+", " ", unicodedata.normalize("NFC", text))
        found += [hit[0] for stamp in _STAMPS if (hit := stamp.search(words))]
    return list(dict.fromkeys(found))


# In a text only what stands as a stamp counts: capitals that are it and nothing else, or a level after "Độ mật:".
_SPACED = re.compile(r"(?<!\w)(?:(T\s+Ố\s+I|T\s+U\s+Y\s+Ệ\s+T)\s+)?M\s+Ậ\s+T(?!\w)")
_LEVEL = re.compile(r"độ\s+mật\s*[:\-–]\s*(?:tuyệt\s+|tối\s+)?mật\b", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<![\w/.-])[A-ZÀ-ỸĐ]+(?:[ \t\u00a0]+[A-ZÀ-ỸĐ]+)*(?![\w/.-]*\w)")
_STAMP = {"MẬT", "TỐI MẬT", "TUYỆT MẬT"}


def stamps_inside(content: bytes, kind: str) -> list[str]:
    """The stamps found in the text of a document (PDF, Word, Excel), each once; empty where the machine sees none.

    Bounded as :func:`data.evidence.text.text_inside` is. A picture or a scan has no text to look into.
    """
    found = []
    for line in unicodedata.normalize("NFC", text_inside(content, kind)).splitlines():
        line = _SPACED.sub(lambda spaced: _joined(spaced[1]), line)
        found += [level[0] for level in _LEVEL.finditer(line)]
        found += [stamp for run in _CAPITALS.finditer(line) if (stamp := " ".join(run[0].split())) in _STAMP]
    return list(dict.fromkeys(found))


def _joined(before: str | None) -> str:
    """ "T Ố I  M Ậ T" as one stamp in its usual writing."""
    return f"{''.join(before.split())} MẬT" if before else "MẬT"

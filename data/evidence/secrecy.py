"""State secrets must not come into this system (Luật Bảo vệ bí mật nhà nước): what looks like a stamp stops and asks.

A document *about* keeping secrets ("bảo vệ bí mật nhà nước", "bảo mật", "mật khẩu") is no secret document.
"""

import re
import unicodedata

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

"""The monthly form (biểu số liệu tháng): its columns as offices know them, and the stamp that the product puts in."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from scoring.indicator import Formation
from scoring.messages import _
from scoring.quantity import State

VERSION = 1
STAMP_SHEET = "thuoc"  # hidden; what the file is for, for the machine
TITLE = "BIỂU SỐ LIỆU THÁNG {number} NĂM {year}"
STATE_WORDS: Mapping[State, str] = MappingProxyType(
    {State.NOTHING_AROSE: "không phát sinh", State.NOT_APPLICABLE: "không áp dụng"}
)


class Column(StrEnum):
    """The seven columns of the form."""

    CODE = "code"
    NAME = "name"
    UNIT = "unit"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"
    NOTE = "note"


# In the order of the form. The words are the form's own, in the language of the offices whatever the reader's is.
HEADINGS: Mapping[Column, str] = MappingProxyType(
    {
        Column.CODE: "Mã chỉ tiêu",
        Column.NAME: "Tên chỉ tiêu",
        Column.UNIT: "Đơn vị tính",
        Column.NUMERATOR: "Tử số",
        Column.DENOMINATOR: "Mẫu số",
        Column.VALUE: "Giá trị",
        Column.NOTE: "Ghi chú",
    }
)
# Further headings seen in offices' own copies, folded (no accents, small letters). An unknown heading is an extra
# column; it never becomes one of ours by likeness.
# Which months a row speaks of, where it is not the form's alone.
FORMED: Mapping[Formation, str] = MappingProxyType(
    {
        Formation.CUMULATIVE: _("SINCE JANUARY, not this month alone."),
        Formation.LATEST: _("As it stands at the end of the month."),
        Formation.ONCE: _("Once a year."),
    }
)
ALSO: Mapping[Column, tuple[str, ...]] = MappingProxyType(
    {
        Column.CODE: ("ma chi tieu", "ma ct", "ma"),
        Column.NAME: ("ten chi tieu", "chi tieu", "noi dung chi tieu"),
        Column.UNIT: ("don vi tinh", "dvt"),
        Column.NUMERATOR: ("tu so",),
        Column.DENOMINATOR: ("mau so",),
        Column.VALUE: ("gia tri",),
        Column.NOTE: ("ghi chu",),
    }
)
NEEDED_NAMES = 5  # of seven: fewer is some other table

# "Mã chỉ tiêu" ... "Giá trị" as a Unicode program shows them when the text was typed in TCVN3 (.VnTime) or VNI.
OLD_FONTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "TCVN3 (.VnTime)": frozenset({"M· chØ tiªu", "Tªn chØ tiªu", "§¬n vÞ tÝnh", "Tö sè", "MÉu sè", "Gi¸ trÞ"}),
        "VNI": frozenset({"Maõ chæ tieâu", "Teân chæ tieâu", "Ñôn vò tính", "Töû soá", "Maãu soá", "Giaù trò"}),
    }
)


class Stamp(StrEnum):
    """The keys of the stamp sheet (first column); the values stand beside them."""

    FORM = "form"
    TABLE = "table"
    EDITION = "edition"
    UNIT = "unit"
    MONTH = "month"
    PRODUCT = "product"
    DEMO = "demo"  # only where figures are invented

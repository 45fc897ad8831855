"""Headings and help of the sheets of the registers and of their columns."""

from scoring.messages import _

REGISTERS = {
    "registers": {
        "@register": (
            "Mã sổ",
            _("Capitals without accents, digits, underscores: BAO_CAO. Indicators name it."),
        ),
        "title": ("Tên sổ", _("What each row of the list is, in words: Sổ theo dõi báo cáo định kỳ.")),
        "title_en": ("Tên tiếng Anh", _("May be left blank.")),
    },
    "register_columns": {
        "@register": ("Mã sổ", _("The register that this column belongs to.")),
        "@column": (
            "Mã cột",
            _("Capitals without accents, digits, underscores: NGAY_GUI. Expressions name it."),
        ),
        "title": ("Tên cột", _("The heading of the column in the month's workbook.")),
        "type": ("Kiểu của cột", _("Text, a count, any number, a yes or no, a day.")),
        "headings": (
            "Tên khác của cột",
            _("Other wordings of the heading in the offices' own lists, semicolons between: Số hiệu; Ký hiệu."),
        ),
        "key": (
            "Gọi tên dòng",
            _("Yes: it tells one row from another, and no two rows of a month have the same. Blank: no."),
        ),
        "required": (
            "Bắt buộc điền",
            _("Yes: no row may leave it blank. What is reckoned must be filled in anyway. Blank: no."),
        ),
        "title_en": ("Tên tiếng Anh", _("May be left blank.")),
    },
}

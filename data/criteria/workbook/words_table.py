"""Headings and help of the sheets that tell what the table is: identity, units, notes, conflicts."""

from scoring.messages import _

TABLE = {
    "table": {
        "id": (
            "Mã bảng",
            _("The table's own name: small letters without accents, digits, hyphens. Each edition its own."),
        ),
        "edition": ("Ấn bản", _("Year, or which issue: Năm 2025.")),
        "kind": ("Loại bảng", _("A table of points, or the targets of a yearly plan.")),
        "status": (
            "Tình trạng",
            _("Copied from a document, a template that nobody has issued, or only part of a table."),
        ),
        "title": ("Tên bảng", _("The full name, as the document prints it.")),
        "title_en": ("Tên bảng bằng tiếng Anh", _("May be left blank.")),
        "issued_by": ("Cơ quan ban hành", _("Who issued the document.")),
        "decision": ("Văn bản ban hành", _("Number, symbol and date of the document.")),
        "unit_kind": ("Loại đơn vị áp dụng", _("The kind of unit that the table is for: Sở, huyện, xã.")),
        "valid.from": ("Có hiệu lực từ ngày", _("First day in force, as dd/mm/yyyy. Blank: not known.")),
        "valid.to": ("Có hiệu lực đến ngày", _("Last day in force, as dd/mm/yyyy. Blank: still in force.")),
        "rounding.step": (
            "Bước làm tròn điểm",
            _("The smallest difference of points of one criterion, such as 0.25. Blank: 0.01."),
        ),
        "not_applicable": (
            "Tiêu chí không áp dụng",
            _("Its maximum leaves the total (rebase), or the unit gets it (full). Blank: rebase."),
        ),
        "cap": ("Mức trần của cả bảng", _("The most that the whole table can give, where the document says so.")),
        "lowest": ("Mức sàn của cả bảng", _("The least that the whole table falls to: 0 or below.")),
    },
    "units": {
        "id": ("Mã đơn vị", _("Small letters without accents, digits, hyphens: so-noi-vu.")),
        "name": (
            "Tên đơn vị",
            _("A unit that the table names. No row here: for any unit."),
        ),
        "name_en": ("Tên tiếng Anh", _("May be left blank.")),
    },
    "notes": {
        "": ("Ghi chú của cả bảng", _("One note a row: where the text comes from, what is to be confirmed.")),
    },
    "conflicts": {
        "leaves": (
            "Các mã mục",
            _("Two criteria or more that may contradict each other, semicolons between: 2.1; 6.3."),
        ),
        "about": ("Nội dung mâu thuẫn", _("What does not fit together. Both are kept; nothing is chosen.")),
        "about_en": ("Nội dung bằng tiếng Anh", _("May be left blank.")),
    },
}

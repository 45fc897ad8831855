"""Headings and help of the sheets of the indicators and of their answers."""

from scoring.messages import _

INDICATORS = {
    "indicators": {
        "@code": (
            "Mã chỉ tiêu",
            _("Capitals without accents, digits, _. A code of another table is the same number: MH_HO_SO is your own."),
        ),
        "title": ("Tên chỉ tiêu", _("What the number is, in words.")),
        "measure": (
            "Loại số liệu",
            _("Ratio: numerator and denominator. Per cent: of a survey. Or a count, any number, a yes, a day."),
        ),
        "unit": ("Đơn vị tính", _("What is counted: hồ sơ, thủ tục, văn bản, %.")),
        "numerator": ("Tử số đếm gì", _("Of a ratio: what the numerator counts.")),
        "denominator": ("Mẫu số đếm gì", _("Of a ratio: what the denominator counts.")),
        "year": (
            "Cách tính số năm",
            _("How the months become the year: added up, the newest, since January, once, or the mean."),
        ),
        "every": ("Mấy tháng báo cáo một lần", _("1 monthly, 3 quarterly. Blank: 1.")),
        "part_of_whole": (
            "Tử số là một phần của mẫu số",
            _("No where it may exceed it (this year against last). Blank: yes."),
        ),
        "repairable": (
            "Trường hợp chưa đạt còn sửa được",
            _("Yes: an unpublished procedure can still be published. No: a late dossier stays late. Blank: no."),
        ),
        "deadline": ("Ngày cuối còn đúng hạn", _("Of a day: the last one on time. Before 10/11 means 09/11.")),
        "days": (
            "Đếm ngày chậm theo",
            _("Of a day: all days after the last one, or working days only. Blank: all days."),
        ),
        "none": (
            "Chữ khi không có ngày nào",
            _("Of a day: the answer that there is none, such as Không ban hành. Blank: it cannot be given."),
        ),
        "least": ("Số nhỏ nhất", _("Of any number: the least that may be entered.")),
        "most": ("Số lớn nhất", _("Of any number: the most that may be entered.")),
        "rows": (
            "Tính từ sổ",
            _("The register from whose rows the figure is formed. Blank: the figure is typed."),
        ),
        "of": (
            "Mỗi dòng tính gì",
            _("What each row adds: 1, CO_THU, smaller(SO_NGAY_CHAM, 10), days_late(NGAY_GUI, HAN_GUI)."),
        ),
        "where": (
            "Chỉ tính dòng có",
            _("A yes-or-no column of the register: only rows that say yes count. Blank: all rows."),
        ),
        "source": ("Nguồn số liệu", _("The system or register that the number comes from.")),
        "note": ("Ghi chú cho người nhập", _("Shown to whoever enters the figure.")),
        "title_en": ("Tên tiếng Anh", _("May be left blank.")),
    },
    "options": {
        "@code": ("Mã chỉ tiêu", _("The indicator that this answer belongs to: one whose kind is a choice.")),
        "value": ("Số của câu trả lời", _("The number stored for the answer: 2, 1, 0. Each answer its own.")),
        "title": ("Câu trả lời", _("The words of the answer: Ban hành kịp thời.")),
    },
}

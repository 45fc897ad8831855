"""Headings and help of the sheets of the tree: its rows, their evidence, formulas and gates."""

from scoring.messages import _

ITEM = _("The code of the criterion, as on the sheet Cây tiêu chí.")
FORMULA = _("Only where the criterion has several formulas or parts: the number of its row there, 1, 2. Else blank.")
NUMBER = "Công thức, phần số"
SCORED = _("A code, or several: A - B, larger(A, B), smaller(A, B), last_year(A), mean_of_months(A), best_of_bloc(A).")
NONE_EARNS = _("Needed for a ratio: what an empty denominator earns; also a number of points (3, 1/2 max).")
NONE_AGAIN = _("What is earned where that other number has nothing to count either.")
NONE_WORDS = _("The words of the document for that case.")
NAME = _("Shown by itself; nothing is read here.")

TREE = {
    "tree": {
        "@level": (
            "Cấp",
            _("1 field, 2 criterion, 3 sub-criterion, 4 below. A row belongs to the nearest row of the level before."),
        ),
        "id": (
            "Mã mục",
            _("As the document prints it: 1.10, II.2.5. Each its own; the column is text, so that 1.10 stays 1.10."),
        ),
        "title": ("Tên mục", _("The name of the field or criterion.")),
        "max": (
            "Điểm tối đa",
            _("Parts add up to their parent, the whole to 100. In a plan: 1 a target, blank above. 0: only tracked."),
        ),
        "input": (
            "Số đem chấm",
            SCORED,
        ),
        "rule.kind": (
            "Cách chấm",
            _("How it is scored. A row that has others below it has none. See the sheet Hướng dẫn."),
        ),
        "scored_by": ("Ai chấm", _("The unit itself, a survey, or the appraiser. Blank: the unit.")),
        "nothing_arose": ("Khi không phát sinh", NONE_EARNS),
        "nothing_arose.input": (
            "Không phát sinh thì lấy số",
            _("In place of the column before: another number that is scored then."),
        ),
        "nothing_arose.nothing_arose": ("Số đó cũng không có thì", NONE_AGAIN),
        "nothing_arose.nothing_arose_words": ("Câu chữ khi số đó cũng không có", NONE_WORDS),
        "nothing_arose_words": ("Câu chữ khi không phát sinh", NONE_WORDS),
        "not_applicable": (
            "Khi không áp dụng",
            _("Its maximum leaves the total (rebase), or the unit gets it (full). Blank: as the whole table says."),
        ),
        "reference.place": ("Chỗ trong văn bản", _("Article, item or point. Needed for what is scored.")),
        "reference.quote": (
            "Câu trích nguyên văn",
            _("The document to the letter, typing errors too; [...] where words are left out. Needed where scored."),
        ),
        "reference.document": ("Văn bản", _("The document that the words are from.")),
        "reference.page": ("Trang", _("The page of the document.")),
        "reference.note": ("Nhận xét về câu trích", _("Such as a misprint.")),
        "reference.derived": (
            "Cách hiểu của người lập bảng",
            _("What had to be read into the document. Shown as a reading of the author, never as the law."),
        ),
        "lead": ("Đơn vị chủ trì", _("Who leads. Two in the document: both.")),
        "note": ("Ghi chú", _("A remark on this row.")),
        "combine": (
            "Gộp nhiều phần",
            _("Of a criterion of several parts: their sum, the highest, the lowest. Blank: the sum."),
        ),
        "lowest": (
            "Điểm thấp nhất",
            _("Of a penalty: the most that is taken, below 0. Of a row with others below it: the least of their sum."),
        ),
        "cap": ("Mức trần", _("Of a row with others below it: the most that they give together.")),
        "bonus": ("Điểm thưởng", _("Yes: added to the total and outside the maximum, with all below it. Blank: no.")),
        "title_en": ("Tên tiếng Anh", _("May be left blank.")),
    },
    "evidence": {
        "@item": ("Mã mục", ITEM),
        "@name": ("Tên mục (tự hiện)", NAME),
        "title": ("Tên tài liệu kiểm chứng", _("One kind of document a row.")),
        "required": ("Bắt buộc", _("No: it may be missing. Blank: yes.")),
    },
    "formulas": {
        "@item": (
            "Mã mục",
            _("A criterion with several formulas: on the sheet Cây tiêu chí its number and rule stay blank."),
        ),
        "@formula": (NUMBER, _("1, 2, 3: the other sheets name the row by it.")),
        "@name": ("Tên mục (tự hiện)", NAME),
        "when.input": (
            "Áp dụng theo chỉ tiêu",
            _("The choice or question whose answer decides. The same in all formulas of the criterion."),
        ),
        "when.is": (
            "Khi trả lời là",
            _("The number of the answer; several with semicolons: 2; 3. Of yes or no: 1 or 0."),
        ),
        "input": (
            "Số đem chấm",
            SCORED,
        ),
        "rule.kind": ("Cách chấm", _("How this formula scores.")),
        "words": ("Câu chữ của quy định", _("The words that say when it applies.")),
    },
    "parts": {
        "@item": (
            "Mã mục",
            _("A criterion of several parts that are all scored: on the sheet Cây tiêu chí its number stays blank."),
        ),
        "@formula": (NUMBER, _("1, 2, 3: the other sheets name the row by it.")),
        "@name": ("Tên mục (tự hiện)", NAME),
        "words": ("Tên của phần", _("What this part is, in the words of the document.")),
        "input": (
            "Số đem chấm",
            SCORED,
        ),
        "rule.kind": ("Cách chấm", _("How this part is scored.")),
        "max": ("Điểm tối đa của phần", _("Of this part alone. Blank: that of the criterion.")),
        "lowest": ("Điểm thấp nhất của phần", _("Of this part alone. Blank: 0.")),
        "nothing_arose": ("Khi không phát sinh", NONE_EARNS),
        "nothing_arose.input": (
            "Không phát sinh thì lấy số",
            _("In place of the column before: another number that is scored then."),
        ),
        "nothing_arose.nothing_arose": ("Số đó cũng không có thì", NONE_AGAIN),
        "nothing_arose.nothing_arose_words": ("Câu chữ khi số đó cũng không có", NONE_WORDS),
        "nothing_arose_words": ("Câu chữ khi không phát sinh", NONE_WORDS),
    },
    "gate": {
        "@item": (
            "Mã mục",
            _("A row that has others below it, or (cả bảng). While the condition holds, all below count 0."),
        ),
        "@name": ("Tên mục (tự hiện)", NAME),
        "input": (
            "Số xét điều kiện",
            _("The indicator that decides. One of the five comparisons; none if only nothing arising closes it."),
        ),
        "at_most": ("Không quá", _("0 points while the number is at most this.")),
        "under": ("Dưới", _("0 points while the number is below this; this itself counts.")),
        "at_least": ("Từ", _("0 points from this number on.")),
        "over": ("Trên", _("0 points above this number; this itself counts.")),
        "equal": ("Đúng bằng", _("0 points while the number is exactly this.")),
        "words": ("Câu chữ của quy định", _("The words of the document.")),
        "missing": (
            "Chưa có số liệu thì",
            _("Unknown: both are possible. Closed: 0 points until the figure comes. Blank: unknown."),
        ),
        "nothing_arose": ("Không phát sinh thì", _("Needed for a ratio: whether what stands below is scored then.")),
    },
}

"""One figure against its indicator: the same checks for a workbook and for an entry on screen."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from data.criteria.working_days import calendar_around
from data.figures.checking import Raw, check_figure
from data.figures.raw import Part
from data.figures.refusals import REFUSALS
from data.figures.typed import Typed, typed
from data.language import LANGUAGES, render
from scoring.expression import parse_row_expression
from scoring.indicator import Indicator, Measure, Option
from scoring.quantity import State
from scoring.register import FromRows

RATIO = Indicator("R", "Hồ sơ đúng hạn", Measure.RATIO, "hồ sơ")
GROWTH = Indicator("G", "Số hóa so với năm trước", Measure.RATIO, "kết quả", part_of_whole=False)
PERCENT = Indicator("P", "Mức độ hài lòng", Measure.PERCENT, "%")
COUNT = Indicator("C", "Số cuộc đối thoại", Measure.COUNT, "cuộc")
NUMBER = Indicator("N", "Tăng giảm", Measure.NUMBER, "triệu đồng")
POINTS = Indicator("P", "Điểm thẩm định", Measure.NUMBER, "điểm", least=Fraction(0), most=Fraction(2))
SIGNED_PERCENT = Indicator("S", "Tăng trưởng", Measure.NUMBER, "%")
YES_NO = Indicator("Y", "Ban hành kế hoạch", Measure.YES_NO)
ANSWERS = (Option(Fraction(2), "Kịp thời"), Option(Fraction(0), "Không ban hành"))
CHOICE = Indicator("K", "Kịp thời", Measure.CHOICE, options=ANSWERS)
DATE = Indicator("D", "Ngày báo cáo", Measure.DATE)
FORMED = Indicator("S", "Ngày chậm", Measure.COUNT, rows=FromRows("BAO_CAO", parse_row_expression("SO_NGAY_CHAM")))
PLAN = Indicator("L", "Ngày ban hành kế hoạch", Measure.DATE, none="Không ban hành")
WORKING = Indicator(
    "W", "Ngày gửi báo cáo", Measure.DATE, deadline=date(2022, 3, 31).toordinal(),
    working_days=calendar_around(date(2022, 3, 31)),
)  # fmt: skip


def cell(number: str, percent: bool = False) -> Typed:
    return Typed(number, Fraction(number), percent)


def given(*parts: object, note: str = "") -> Raw:
    places = [part if isinstance(part, Typed) else typed(part) for part in parts]  # type: ignore[arg-type]
    return Raw(*places, note=note) if len(places) == 3 else Raw(value=places[0], note=note)


# indicator, what is given (numerator, denominator, value; or the value alone), what it becomes, codes
N, D = "numerator", "denominator"
CASES: list[tuple[Indicator, Raw, object, str]] = [
    (RATIO, given(850, 1000, None), (850, 1000), ""),
    (RATIO, given("850", " 1000 ", None), (850, 1000), ""),
    (RATIO, given("1.000", "1.234.567", None), (1000, 1234567), "F112 F112"),
    (RATIO, given("1,000", 2000, None), None, "F111"),
    (RATIO, given(4, 5, "80%"), (4, 5), ""),
    (RATIO, given(433, 500, "86,6"), (433, 500), ""),
    (RATIO, given(433, 500, cell("0.866")), (433, 500), "F126"),
    (RATIO, given(433, 500, cell("0.866", percent=True)), (433, 500), ""),
    (RATIO, given(2, 3, cell("0.666666666666667", percent=True)), (2, 3), ""),
    (RATIO, given(2, 3, "66,67"), (2, 3), ""),
    (RATIO, given(2, 3, "66,6"), None, "F109"),
    (RATIO, given(2, 3, "xấp xỉ"), None, "F102"),
    (RATIO, given(1001, 1000, None), None, "F105"),
    (GROWTH, given(1200, 1000, None), (1200, 1000), ""),
    (RATIO, given(-1, 1000, None), None, "F103"),
    (RATIO, given("12,5", 1000, None), None, "F112 F104"),
    (RATIO, given(5, None, None), None, "F107"),
    (RATIO, given(None, 5, None), None, "F107"),
    (RATIO, given(5, 0, None), None, "F108"),
    (RATIO, given(0, 0, None), State.NOTHING_AROSE, ""),
    (RATIO, given(0, 0, 0), State.NOTHING_AROSE, ""),
    (RATIO, given(0, 0, "100%"), None, "F109"),
    (RATIO, given(0, 0, "không phát sinh"), State.NOTHING_AROSE, ""),
    (RATIO, given(0, 5, "KPS"), None, "F114"),
    (RATIO, given(None, None, "Không Phát Sinh."), State.NOTHING_AROSE, ""),
    (RATIO, given("KAD", None, None), State.NOT_APPLICABLE, ""),
    (RATIO, given("KAD", None, "KPS"), None, "F114"),
    (RATIO, given(None, None, "86,6%"), None, "F110"),
    (RATIO, given(None, None, None), None, "F101"),
    (RATIO, given(None, None, None, note="không phát sinh"), None, "F125"),
    (RATIO, given("-", "N/A", None), None, "F102 F102"),
    (RATIO, given("x", "nan", "inf"), None, "F102 F102"),
    (RATIO, given("50%", 100, None), None, "F122"),
    (RATIO, given(date(2022, 6, 1), 100, None), None, "F123"),
    (RATIO, given(10**16, 10**16, None), None, "F115 F115"),
    (RATIO, given(10**15, 10**15, None), (10**15, 10**15), ""),
    (RATIO, given("a", -5, None, note="x" * 1001), None, "F120 F102 F103"),
    (PERCENT, given("86,6%"), "86.6", ""),
    (PERCENT, given("86,6 %"), "86.6", ""),
    (PERCENT, given("86.6%"), "86.6", "F126"),
    (PERCENT, given("86,6"), "86.6", "F126"),
    (PERCENT, given(Decimal("86.6")), "86.6", ""),
    (PERCENT, given(cell("0.866", percent=True)), "86.6", ""),
    (PERCENT, given(cell("0.866")), None, "F113"),
    (PERCENT, given("0,866"), None, "F113"),
    (PERCENT, given("0,866%"), "0.866", ""),
    (PERCENT, given(1), None, "F113"),
    (PERCENT, given(0), "0", ""),
    (PERCENT, given(433, 500, cell("0.866")), "86.6", "F126 F121"),
    (PERCENT, given(433, 500, cell("86.6")), "86.6", "F121"),
    (PERCENT, given(433, 500, cell("80")), None, "F109 F121"),
    (PERCENT, given(433, 500, None), None, "F124"),
    (PERCENT, given(101), None, "F106"),
    (PERCENT, given(-1), None, "F103"),
    (PERCENT, given("86.123"), None, "F111"),
    (PERCENT, given(cell("86.6666667")), None, "F116"),
    (COUNT, given(3), "3", ""),
    (COUNT, given("1.234"), "1234", "F112"),
    (COUNT, given("1,234"), None, "F111"),
    (COUNT, given("1 234"), "1234", "F112"),
    (COUNT, given("1.234,5"), None, "F112 F104"),
    (COUNT, given("2.5"), None, "F112 F104"),
    (COUNT, given(-3), None, "F103"),
    (COUNT, given(3, None, None), None, "F124"),
    (COUNT, given(3, 5, 3), "3", "F121"),
    (COUNT, given("KPS"), None, "F127"),
    (POINTS, given(2), Fraction(2), ""),
    (POINTS, given("2,5"), None, "F112 F128"),
    (POINTS, given(-1), None, "F128"),
    (COUNT, given("3%"), None, "F122"),
    (COUNT, given("3 cuộc"), None, "F102"),
    (COUNT, given("ba"), None, "F102"),
    (COUNT, given("３"), None, "F102"),
    (NUMBER, given("1.234,5"), "1234.5", "F112"),
    (NUMBER, given("1,234.5"), "1234.5", "F112"),
    (NUMBER, given("1.234"), None, "F111"),
    (NUMBER, given("-2,25"), "-2.25", "F112"),
    (NUMBER, given("−2,25"), "-2.25", "F112"),
    (NUMBER, given("12.34.56"), None, "F102"),
    (SIGNED_PERCENT, given(cell("-0.2", percent=True)), "-20", ""),
    (SIGNED_PERCENT, given(-20), "-20", ""),
    (SIGNED_PERCENT, given(cell("0.2")), None, "F113"),
    (YES_NO, given("Có"), "1", ""),
    (YES_NO, given("chưa"), "0", ""),
    (YES_NO, given(True), "1", ""),
    (YES_NO, given("x"), None, "F117"),
    (YES_NO, given(None), None, "F101"),
    (CHOICE, given("kịp  thời"), "2", ""),
    (CHOICE, given(0), "0", ""),
    (CHOICE, given("muộn"), None, "F118"),
    (DATE, given(date(2022, 11, 9)), str(date(2022, 11, 9).toordinal()), ""),
    (DATE, given("09/11/2022"), str(date(2022, 11, 9).toordinal()), ""),
    (DATE, given("2022-11-09"), str(date(2022, 11, 9).toordinal()), ""),
    (DATE, given("31/02/2022"), None, "F119"),
    (DATE, given("09/11/22"), None, "F119"),
    (DATE, given(date(1999, 12, 31)), None, "F119"),
    (DATE, given(44742), None, "F119"),
    (DATE, given("không ban hành"), None, "F119"),
    (PLAN, given("KHÔNG ban hành."), State.NOTHING_AROSE, ""),
    (PLAN, given("không phát sinh"), State.NOTHING_AROSE, ""),
    (PLAN, given("không áp dụng"), State.NOT_APPLICABLE, ""),
    (PLAN, given("31/03/2022"), str(date(2022, 3, 31).toordinal()), ""),
    (PLAN, given("Không ban hành", None, "31/03/2022"), None, "F114"),
    (WORKING, given("02/01/2024"), None, "F129"),
    (WORKING, given("31/12/2020"), None, "F129"),
    (WORKING, given("29/12/2023"), str(date(2023, 12, 29).toordinal()), ""),
    (FORMED, given("7"), None, "F130"),
    (FORMED, given("không áp dụng"), None, "F130"),
    (FORMED, given(None), None, "F101"),
]


@pytest.mark.parametrize(("indicator", "raw", "becomes", "codes"), CASES)
def test_each_figure_has_an_answer(indicator: Indicator, raw: Raw, becomes: object, codes: str) -> None:
    checked = check_figure(indicator, raw)
    assert " ".join(problem.code for problem in checked.problems) == codes
    figure = checked.figure
    if isinstance(becomes, State):
        assert figure is not None and figure.state is becomes and figure.value is figure.denominator is None
    elif isinstance(becomes, tuple):
        assert figure is not None and (figure.numerator, figure.denominator, figure.value) == (*becomes, None)
    elif becomes is None:
        assert figure is None
    else:
        assert figure is not None and figure.state is State.MEASURED and figure.value == Fraction(str(becomes))
    for problem in checked.problems:
        assert all(render(words, lang) for words in (problem.message, problem.remedy) for lang in LANGUAGES)


def test_every_code_has_its_case() -> None:
    assert {code for *_rest, codes in CASES for code in codes.split()} == set(REFUSALS)


def test_what_the_caller_refused_gives_no_figure_and_hides_no_other_problem() -> None:
    checked = check_figure(RATIO, Raw(Typed(unreadable=True), typed("abc")))
    assert checked.figure is None and [problem.code for problem in checked.problems] == ["F102"]
    assert check_figure(RATIO, Raw(Typed(unreadable=True), typed(5))).figure is None


def test_a_problem_says_where_and_what() -> None:
    checked = check_figure(RATIO, given(5, "abc", None))
    assert [(problem.part, problem.value) for problem in checked.problems] == [(Part.DENOMINATOR, "abc")]
    message, remedy = checked.problems[0].message, checked.problems[0].remedy
    assert render(message, "en") == "“abc” is not a number." and "“không phát sinh”" in render(remedy, "en")


def test_a_percentage_is_read_in_points_for_the_preview() -> None:
    assert check_figure(RATIO, given(433, 500, cell("0.866"))).read[Part.VALUE] == Fraction("86.6")


@pytest.mark.parametrize(
    ("indicator", "value", "vi", "en"),
    [
        (NUMBER, "1.234", "“1.234” có thể là 1,234 hoặc 1234.", "“1.234” may mean 1.234 or 1234."),
        (COUNT, "1.234", "“1.234” được đọc là 1234.", "“1.234” was read as 1234."),
        (NUMBER, "-1,2345", "“-1,2345” được đọc là -1,2345.", "“-1,2345” was read as -1.2345."),
        (PERCENT, "0.866", "“0.866” có thể là 86,6% hoặc 0,866%.", "“0.866” may mean 86.6% or 0.866%."),
        (PERCENT, cell("0.866"), "“0,866” có thể là 86,6% hoặc 0,866%.", "“0.866” may mean 86.6% or 0.866%."),
    ],
)
def test_numbers_in_doubt_are_written_with_all_their_digits(
    indicator: Indicator, value: object, vi: str, en: str
) -> None:
    problem = check_figure(indicator, given(value)).problems[0]
    assert (render(problem.message, "vi"), render(problem.message, "en")) == (vi, en)

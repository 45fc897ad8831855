"""A month's answers: what is new is stored together, what is open or the same is left alone; figures in words."""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from data.accounts.person import LOCAL
from data.figures.answers import Answer, Question, answer_of, check_answers, questions
from data.figures.observation import NewFigure, Observation
from data.figures.raw import Raw
from data.figures.reading import history
from data.figures.typed import typed
from data.figures.words import came_from, figure_message
from data.figures.writing import FigureMoved, enter_figures
from data.language import render
from data.store.opening import Store, open_store
from scoring.indicator import Formation, Indicator, Measure, Option
from scoring.period import Month
from scoring.quantity import State

PLAN = Indicator("P", "Ban hành kế hoạch", Measure.YES_NO, formation=Formation.ONCE)
MEETING = Indicator("M", "Lịch tiếp dân", Measure.YES_NO, formation=Formation.MONTHS_COVERED)
CHOICE = Indicator("K", "Kịp thời", Measure.CHOICE, options=(Option(Fraction(2), "Kịp thời"),))
DAY = Indicator("D", "Ngày báo cáo", Measure.DATE)
ISSUED = Indicator("I", "Ngày ban hành kế hoạch", Measure.DATE, none="Không ban hành")
RATIO = Indicator("R", "Hồ sơ", Measure.RATIO)
JANUARY, JUNE = Month(2022, 1), Month(2022, 6)
UNIT = "so-cong-thuong-dien-bien"


def stored(indicator: Indicator, month: Month, value: int, note: str = "", file: str = "") -> Observation:
    return Observation(
        indicator=indicator.code, value=Fraction(value), note=note, sheet="Biểu" if file else "", cells="F7",
        seq=7, unit=UNIT, month=month, import_seq=5 if file else None, file_name=file, sha256="", demo=False,
        person="a", person_name="Chị A", acted_at=datetime(2022, 7, 5, 1, 30),  # noqa: DTZ001
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def test_a_yearly_answer_of_another_month_holds_and_a_monthly_one_does_not() -> None:
    known = [stored(PLAN, JANUARY, 1), stored(MEETING, JANUARY, 1)]
    plan, meeting = questions([PLAN, RATIO, MEETING], known, JUNE)
    assert (plan.stored, plan.elsewhere, plan.answered) == (None, known[0], True)
    assert (meeting.stored, meeting.elsewhere, meeting.answered) == (None, None, False)


def test_only_what_says_something_new_is_stored_with_what_was_seen() -> None:
    there = stored(PLAN, JUNE, 1, "như tháng trước")
    found = check_answers(
        [
            Answer(Question(PLAN, there), Raw(value=typed("yes"), note="như tháng trước")),
            Answer(Question(PLAN, there), Raw(value=typed("no"))),
            Answer(Question(PLAN, there), Raw()),
            Answer(Question(MEETING), Raw()),
            Answer(Question(CHOICE), Raw(value=typed("Kịp thời"))),
        ]
    )
    assert [(figure.indicator, figure.value, seen) for figure, seen in found.figures] == [("P", 0, 7), ("K", 2, None)]
    assert not found.problems


def test_an_error_names_its_question_and_a_note_alone_is_not_lost_silently() -> None:
    both = Raw(numerator=typed("nothing arose"), value=typed("31/10/2022"))
    found = check_answers([Answer(Question(DAY), both), Answer(Question(PLAN), Raw(note="chưa rõ"))])
    assert found.refused
    assert [(one.code, one.place) for one in found.problems] == [
        ("F127", "Ngày báo cáo"),
        ("F114", "Ngày báo cáo"),
        ("F101", "Ban hành kế hoạch"),
    ]


def test_what_is_stored_stands_in_the_box_again() -> None:
    assert answer_of(PLAN, NewFigure("P", value=Fraction(0))) == "no"
    assert answer_of(CHOICE, NewFigure("K", value=Fraction(2))) == "Kịp thời"
    assert answer_of(DAY, NewFigure("D", State.NOT_APPLICABLE)) == "not applicable"
    assert answer_of(DAY, NewFigure("D", value=Fraction(738000))) == ""
    assert answer_of(ISSUED, NewFigure("I", State.NOTHING_AROSE)) == "Không ban hành"


def test_that_there_is_no_day_is_an_answer_where_the_table_has_words_for_it() -> None:
    found = check_answers([Answer(Question(ISSUED), Raw(value=typed("Không ban hành")))])
    assert [(figure.state, figure.value) for figure, _seen in found.figures] == [(State.NOTHING_AROSE, None)]
    both = check_answers([Answer(Question(ISSUED), Raw(numerator=typed("Không ban hành"), value=typed("31/03/2022")))])
    assert [problem.code for problem in both.problems] == ["F114"]


@pytest.mark.parametrize(
    ("indicator", "figure", "words"),
    [
        (RATIO, NewFigure("R", numerator=Fraction(850), denominator=Fraction(1000)), "850/1.000 = 85%"),
        (PLAN, NewFigure("P", value=Fraction(1)), "có"),
        (DAY, NewFigure("D", value=Fraction(datetime(2022, 10, 31).toordinal())), "31/10/2022"),  # noqa: DTZ001
        (CHOICE, NewFigure("K", value=Fraction(2)), "Kịp thời"),
        (RATIO, NewFigure("R", State.NOTHING_AROSE), "không phát sinh"),
        (ISSUED, NewFigure("I", State.NOTHING_AROSE), "Không ban hành"),
        (Indicator("H", "Hài lòng", Measure.PERCENT), NewFigure("H", value=Fraction(866, 10)), "86,6%"),
        (None, NewFigure("X", value=Fraction(5, 2)), "2,5"),
    ],
)
def test_a_figure_in_words(indicator: Indicator | None, figure: NewFigure, words: str) -> None:
    assert render(figure_message(indicator, figure), "vi") == words


def test_where_a_figure_came_from() -> None:
    assert "ô F7" in render(came_from(stored(PLAN, JUNE, 1, file="a.xlsx")), "vi")
    assert render(came_from(stored(PLAN, JUNE, 1)), "vi") == "Chị A nhập trên màn hình, 05/07/2022 08:30"


def test_figures_typed_together_are_stored_all_or_none(store: Store) -> None:
    one, two = NewFigure("P", value=Fraction(1)), NewFigure("M", value=Fraction(0))
    enter_figures(store, LOCAL, UNIT, JUNE, [(one, None)])
    with pytest.raises(FigureMoved) as moved:
        enter_figures(store, LOCAL, UNIT, JUNE, [(two, None), (one, None)])
    assert [(problem.code, problem.place) for problem in moved.value.problems] == [("F010", "P")]
    assert not history(store, LOCAL, UNIT, "M", JUNE)
    seen = history(store, LOCAL, UNIT, "P", JUNE)[0].seq
    enter_figures(store, LOCAL, UNIT, JUNE, [(two, None), (one, seen)])
    assert len(history(store, LOCAL, UNIT, "M", JUNE)) == 1

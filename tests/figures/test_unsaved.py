"""What a clerk has answered on screen and not saved yet."""

from data.figures.answers import Answer, Question
from data.figures.raw import Raw
from data.figures.typed import typed
from data.figures.unsaved import Unsaved, unsaved
from tests.figures.test_answers import DAY, JUNE, MEETING, PLAN, stored


def test_new_and_refused_answers_count_and_a_note_alone_is_named() -> None:
    there = stored(PLAN, JUNE, 1)
    found = unsaved(
        [
            Answer(Question(PLAN, there), Raw(value=typed("yes"))),
            Answer(Question(PLAN, there), Raw(value=typed("no"))),
            Answer(Question(DAY), Raw(value=typed("hôm qua"))),
            Answer(Question(MEETING), Raw(note="hỏi lại Văn phòng")),
            Answer(Question(MEETING), Raw()),
        ]
    )
    assert found == Unsaved(2, (MEETING.title,))

"""``thuoc days``: small arithmetic with the working days of Viet Nam, for days that a table must name."""

from pathlib import Path

import pytest

from tests.commands.conftest import Command


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("2022-09-12", "--plus", "-5"), "Từ 12/09/2022 đến 05/09/2022: -5 ngày làm việc."),
        (("30/04/2022", "--plus", "0"), "Từ 30/04/2022 đến 04/05/2022: 0 ngày làm việc."),
        (("2022-04-29", "--until", "04/05/2022"), "Từ 29/04/2022 đến 04/05/2022: 1 ngày làm việc."),
    ],
)
def test_a_day_so_many_working_days_away_and_how_many_lie_between(
    words: tuple[str, ...], says: str, thuoc: Command, tmp_path: Path
) -> None:
    ran = thuoc("days", *words, store=tmp_path)
    assert (ran.code, ran.out.strip(), ran.err) == (0, says, "")


def test_json_and_a_year_whose_days_off_are_not_known(thuoc: Command, tmp_path: Path) -> None:
    ran = thuoc("days", "2027-02-03", "--plus", "1", "--json", store=tmp_path, lang="en")
    assert ran.json == {"from": "2027-02-03", "to": "2027-02-11", "working_days": "1", "official": False}
    assert "not known" in ran.err


@pytest.mark.parametrize("words", [(), ("--plus", "1", "--until", "2022-09-12"), ("--plus", "9000")])
def test_what_cannot_be_counted_is_said(words: tuple[str, ...], thuoc: Command, tmp_path: Path) -> None:
    ran = thuoc("days", "2022-09-12", *words, store=tmp_path)
    assert ran.code == 2 and ran.out == "" and "Error" in ran.err

"""The score table in a real browser: every measured point leads to its source and to the words of its rule."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.language import format_number, render
from data.scores.unit import UnitScore
from pages.parts.navigation import SECTIONS
from scoring.goal import explain_goal
from scoring.quantity import State
from tests.browser.demo_office import CORRECTED, PLAN, TEMPLATE, UNIT, Expected, build_office
from tests.browser.server import running
from tests.browser.settled import answered, expect_in_address, open_page, turn_to, visible_text
from tests.browser.test_overview import PHONE, foreign_sentences, is_too_wide

ROWS = "#score-table tbody tr:not(.section)"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Expected]]:
    folder = tmp_path_factory.mktemp("score")
    expected = build_office(folder / "store")
    with running(folder / "store", folder / "server.log") as address:
        yield address, expected


def rows(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.locator(ROWS).evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return found


@pytest.mark.parametrize("table", [PLAN, TEMPLATE])
def test_each_measured_leaf_shows_figure_rule_and_source(page: Page, office: tuple[str, Expected], table: str) -> None:
    address, expected = office
    scored: UnitScore = expected.plan if table == PLAN else expected.template
    open_page(page, f"{address}/score?table={table}")
    expect(page.locator(ROWS)).to_have_count(len(scored.table.leaves))
    for leaf, (title, figure, target, result, gap, why, _evidence, source) in zip(
        scored.table.leaves, rows(page), strict=True
    ):
        line, lost = scored.line(leaf), scored.gap(leaf)
        assert title == leaf.id + leaf.title
        goal = explain_goal(line, scored.table)
        assert goal is not None
        assert target.startswith(render(goal, "vi")), leaf.id
        if lost is None:
            assert not gap, leaf.id  # not measured: nothing is lost yet, and nothing is known to be won
        elif table == TEMPLATE:
            more = f"{format_number(lost.more, 'vi')} điểm" if lost.more else "không mất điểm"
            assert gap.startswith(f"điểm thưởng chưa đạt: {more}" if lost.bonus and lost.more else more), leaf.id
        if line.state is not State.MEASURED:
            continue
        newest = max(scored.sources(leaf), key=lambda one: (one.month, one.seq))
        place = "nhập trên màn hình" if newest.import_seq is None else f"ô {newest.cells}"
        assert place in source, leaf.id
        assert (newest.file_name or newest.person_name) in source, leaf.id
        words = [{term.term.words, term.piece.words if term.piece else ""} - {""} for term in line.terms]
        assert figure
        assert all(any(word in why for word in either) for either in words if either), leaf.id
        assert why, leaf.id
        if table == TEMPLATE:
            assert line.points is not None
            assert result == f"{format_number(line.points, 'vi')} / {format_number(leaf.max, 'vi')}"


def test_what_may_contradict_stands_beside_each_target(page: Page, office: tuple[str, Expected]) -> None:
    address, expected = office
    open_page(page, f"{address}/score?table={PLAN}")
    sides = [conflict.leaves for conflict in expected.plan.table.conflicts]
    assert sides
    for one, other in [pair for left, right in sides for pair in ((left, right), (right, left))]:
        target = page.locator(ROWS, has=page.get_by_text(one, exact=True)).locator("td").nth(2)
        expect(target.get_by_role("link", name=f"có thể mâu thuẫn với {other}")).to_be_visible()
    page.locator("#score-table").get_by_role("link", name="có thể mâu thuẫn với II.6.3.d").click()
    expect(page.locator("h2", has_text="II.6.3.d")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 1366, 1024, 768])
def test_every_cell_of_a_row_is_seen_without_moving_sideways(
    page: Page, office: tuple[str, Expected], width: int
) -> None:
    address, _expected = office
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, f"{address}/score?table={TEMPLATE}")
    expect(page.locator(ROWS).first).to_be_visible()
    assert not is_too_wide(page)
    frame = page.locator("#score-table")
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    heads = (
        page.locator(ROWS)
        .nth(1)
        .locator("td")
        .evaluate_all("cells => cells.slice(1).map(cell => getComputedStyle(cell, '::before').content)")
    )
    if frame.locator("thead").is_hidden():  # then each cell says its heading itself
        assert '"Còn thiếu"' in heads
    else:
        for at, head in enumerate(["Để đạt điểm tối đa", "Điểm", "Còn thiếu"], start=2):
            expect(frame.locator("thead th").nth(at)).to_have_text(head)


def test_totals_stand_on_the_rows_of_fields(page: Page, office: tuple[str, Expected]) -> None:
    address, expected = office
    open_page(page, f"{address}/score?table={TEMPLATE}")
    score = expected.template.score
    heads = page.locator("#score-table .section.level-0")
    expect(heads).to_have_count(len(score.table.tree.children))
    for at, part in enumerate(score.table.tree.children):
        total = score.of(part)
        if most := total.applicable_max or total.bonus_max:  # penalties have neither
            points = f"{format_number(total.points, 'vi')} / {format_number(most, 'vi')}"
            expect(heads.nth(at)).to_contain_text(points, use_inner_text=True)


def test_the_table_is_narrowed_and_the_address_keeps_it(page: Page, office: tuple[str, Expected]) -> None:
    address, expected = office
    open_page(page, f"{address}/score")
    with answered(page):
        page.get_by_test_id("stMain").get_by_text("Chưa có kết quả", exact=True).click()
    missing = [leaf.id for leaf in expected.plan.table.leaves if expected.plan.line(leaf).state is State.MISSING]
    expect(page.locator(ROWS)).to_have_count(len(missing))
    expect_in_address(page, "show=missing")
    with answered(page):
        page.reload()
    expect(page.locator(ROWS)).to_have_count(len(missing))
    assert all(title.startswith(tuple(missing)) for title, *_rest in rows(page))


def test_a_leaf_shows_rule_reading_sources_history_and_evidence(
    page: Page, office: tuple[str, Expected], tmp_path: Path
) -> None:
    address, expected = office
    leaf = next(leaf for leaf in expected.plan.table.leaves if leaf.id == "II.2.2")
    open_page(page, f"{address}/score?leaf={leaf.id}")
    rule = page.locator(".st-key-card-leaf-rule")
    expect(rule).to_contain_text(f"{leaf.reference.document}, {leaf.reference.place}")
    expect(rule.locator("blockquote.quote")).to_have_text(" ".join(leaf.reference.quote.split()))
    expect(rule).to_contain_text("Cách hiểu của người lập bảng; văn bản không quy định")
    expect(rule.locator(".quote.ours")).to_contain_text("được hiểu là một chỉ tiêu")
    figures = page.locator("#figures-table")
    expect(figures).to_contain_text("125/126 = 99,21%")
    expect(figures).to_contain_text("nhập trên màn hình")
    expect(figures).to_contain_text("Máy này")
    expect(figures).to_contain_text("126/126 = 100%")  # what stood in the workbook is not forgotten
    used = next(o for o in expected.plan.observations if o.indicator == CORRECTED and o.month.number == 4)
    with page.expect_download() as started:
        figures.get_by_role("link", name=used.file_name).first.click()
    content = Path(started.value.path()).read_bytes()
    assert sha256(content).hexdigest() == used.sha256
    with page.expect_download() as started:
        page.locator("#evidence-table").get_by_role("link").first.click()
    assert started.value.suggested_filename.endswith(".pdf")


def test_a_leaf_in_conflict_shows_the_other_side(page: Page, office: tuple[str, Expected]) -> None:
    address, _expected = office
    open_page(page, f"{address}/score?leaf=II.2.5.g")
    conflicts = page.locator("#conflicts-table")
    expect(conflicts).to_contain_text("II.6.3.d")
    expect(conflicts).to_contain_text("Đạt")
    page.get_by_role("link", name="Về bảng điểm").click()
    expect(page.locator("#score-table")).to_be_visible()


def test_an_address_that_names_what_does_not_exist_says_so(page: Page, office: tuple[str, Expected]) -> None:
    address, _expected = office
    notice = page.locator(".st-key-not-found")
    open_page(page, f"{address}/score?unit=khong-co&table=BAD&month=2022-99")
    for words in (
        "Liên kết nêu đơn vị “khong-co” không có",
        "Liên kết nêu bảng tiêu chí “BAD” không có",
        "Liên kết nêu tháng “2022-99” không có ở bảng này; đang mở Tháng 5/2022",
    ):
        expect(notice).to_contain_text(words)
    expect(page.locator("#score-table")).to_be_visible()
    menu = page.locator(".st-key-menu a")
    expect(menu).to_have_count(sum(len(entries) for entries in SECTIONS.values()))
    carried_on = menu.evaluate_all("links => links.map(link => link.href)")
    assert not [link for link in carried_on if any(wrong in link for wrong in ("khong-co", "BAD", "2022-99"))]
    open_page(page, f"{address}/score?leaf=KHONGCO")
    expect(notice).to_contain_text("Liên kết nêu tiêu chí “KHONGCO” không có trong bảng này; đang mở cả bảng")
    open_page(page, f"{address}/score?table={PLAN}&month=2022-05")
    expect(page.locator("#score-table")).to_be_visible()
    expect(notice).to_have_count(0)


def test_next_step_and_full_marks_are_told_in_natural_units(page: Page, office: tuple[str, Expected]) -> None:
    address, _expected = office
    open_page(page, f"{address}/score?table={TEMPLATE}&leaf=1.1.2")
    result = page.locator(".st-key-card-leaf-result")
    expect(result).to_contain_text("Để được 0,75 điểm: 70%; thêm 10 nhiệm vụ trong số hiện có")
    expect(result).to_contain_text("Để được 1,5 điểm: trên 90%")
    expect(page.locator("#rule-table tr", has_text="Đang áp dụng")).to_contain_text("dưới 70%")


@pytest.mark.parametrize("query", ["", "&leaf=II.2.5.g", f"&table={TEMPLATE}&leaf=1.4", f"&table={TEMPLATE}"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_fits_a_phone_and_speaks_one_language(
    page: Page, office: tuple[str, Expected], query: str, lang: str
) -> None:
    address, _expected = office
    page.set_viewport_size(PHONE)
    turn_to(page, f"{address}/score?lang={lang}{query}")
    expect(page.locator("table.thuoc").first).to_be_visible()
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)


def test_an_empty_store_shows_the_leaves_without_results(page: Page, server: str) -> None:
    open_page(page, f"{server}/score?unit={UNIT}&table={PLAN}")
    expect(page.locator(".st-key-card-first-steps")).to_be_visible()
    expect(page.locator("#score-table")).to_contain_text("Chưa có số liệu")
    expect(page.locator(".figures")).to_have_count(0)
    expect(page.locator("#score-table .badge.good")).to_have_count(0)

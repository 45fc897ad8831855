"""The overview in a real browser: the same totals as the kernel's, first steps on an empty store, kind refusals."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.language import format_number, format_share, render
from data.language.catalogue import vietnamese
from data.scores.gaps import largest_gaps
from data.scores.missing import missing_figures
from data.scores.needs import leaves_below, needs, won_by_office
from data.scores.year import UnitYear
from scoring.explanation import explain_total
from tests.browser.demo_office import MAY, PLAN, TEMPLATE, UNIT, Expected, build_office
from tests.browser.server import running
from tests.browser.settled import answered, expect_in_address, lay_out, open_page, turn_to, visible_text
from tests.browser.test_shell import ENGLISH
from tests.commands.by_law import table_keys, total_by_law

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Expected]]:
    folder = tmp_path_factory.mktemp("overview")
    expected = build_office(folder / "store")
    with running(folder / "store", folder / "server.log") as address:
        yield address, expected


def is_too_wide(page: Page) -> bool:
    lay_out(page)
    wide, window = page.locator("[data-testid=stMain]").evaluate("node => [node.scrollWidth, node.clientWidth]")
    return bool(wide > window)


def test_a_table_of_points_shows_the_kernels_total(page: Page, office: tuple[str, Expected]) -> None:
    address, expected = office
    total = expected.template.score.total
    open_page(page, f"{address}/?table={TEMPLATE}")
    assert total.index is not None
    expect(page.locator(".figures")).to_contain_text(format_share(total.index, "vi", pad=True))
    for number in (total.points, total.measured_max, total.sure, total.possible, total.lost):
        expect(page.locator(".figures")).to_contain_text(format_number(number, "vi"))
    expect(page.locator(".st-key-card-range")).to_contain_text(
        render(explain_total(total, expected.template.table), "vi")
    )
    badges = page.locator(".badges")
    expect(badges).to_contain_text("BẢNG MẪU – không phải bảng tiêu chí chính thức")
    expect(badges).to_contain_text("SỐ LIỆU MINH HỌA")
    points, most = total_by_law(TEMPLATE, MAY.number, node="2")[0], table_keys(TEMPLATE).tree[1].max
    assert most is not None
    said = f"2 Cải cách thể chế: {format_number(points, 'vi')} / {format_number(most, 'vi')}"
    fields = page.locator(f"[aria-label*='{said}']")
    expect(fields.first).to_be_attached(timeout=20_000)  # what a screen reader says of the chart, once it is drawn


def test_a_plan_counts_targets_and_shows_both_sides_of_a_conflict(page: Page, office: tuple[str, Expected]) -> None:
    address, expected = office
    total = expected.plan.score.total
    open_page(page, address)  # the official table comes first, and the newest month with figures
    expect(page.locator(".figures")).to_contain_text(f"{total.met} / {total.met + total.unmet + total.unknown}")
    expect(page.locator(".st-key-page-header")).to_contain_text("Tháng 5/2022")
    expect(page.locator(".badges")).not_to_contain_text("BẢNG MẪU")
    conflicts = page.locator("#conflicts-table tbody tr:not(.section)")
    expect(conflicts).to_have_count(sum(len(conflict.leaves) for conflict in expected.plan.table.conflicts))
    for words in ("II.2.5.g", "Đạt tối thiểu 50%", "II.6.3.d", "Trên 50%"):
        expect(page.locator("#conflicts-table")).to_contain_text(words)


def test_gaps_and_missing_figures_lead_to_their_leaf(page: Page, office: tuple[str, Expected]) -> None:
    address, expected = office
    open_page(page, f"{address}/?table={TEMPLATE}")
    largest = largest_gaps(expected.template)[0]
    first = page.locator("#gaps-table tbody tr").first
    expect(first).to_contain_text(f"-{format_number(largest.lost, 'vi')}")
    missing = missing_figures(expected.template)[0]
    expect(page.locator("#missing-table")).to_contain_text(missing.indicator.title)
    expect(page.locator("#missing-table tbody tr:not(.section)").first).to_contain_text("tháng 5")
    first.get_by_role("link").click()
    expect(page.locator(".st-key-card-leaf-result h2")).to_contain_text(largest.leaf.id)
    expect_in_address(page, f"table={TEMPLATE}")


def test_what_the_table_asks_for_is_read_whole_on_a_phone(page: Page, server: str) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, f"{server}/?unit={UNIT}&table={TEMPLATE}")
    frame = page.locator("#asked-for-table")
    expect(frame).to_be_visible()
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    heads = (
        frame.locator("tbody tr")
        .first.locator("td")
        .evaluate_all("cells => cells.slice(1).map(cell => getComputedStyle(cell, '::before').content)")
    )
    assert heads == ['"Số tiêu chí"', '"Điểm tối đa"']


def test_six_figures_lead_and_the_trend_leads_on(page: Page, full_year: tuple[str, dict[str, UnitYear]]) -> None:
    address, expected = full_year
    for table in (PLAN, TEMPLATE):
        fields = needs(expected[table].scored)
        open_page(page, f"{address}/?table={table}")
        tiles = page.locator(".figures").first.locator("> div")
        expect(tiles).to_have_count(6)
        won = "Còn có thể đạt" if table == PLAN else "Đơn vị còn giành được"
        expect(tiles.filter(has_text=won).locator("strong")).to_have_text(format_number(won_by_office(fields), "vi"))
        for size in (1440, 1024, 390):
            page.set_viewport_size({"width": size, "height": 900})
            lay_out(page)
            assert not tiles.evaluate_all("all => all.some(one => one.scrollWidth > one.clientWidth)"), size
    expect(page.get_by_role("link", name=f"Cả {leaves_below(fields)} tiêu chí chưa đạt")).to_be_visible()
    page.get_by_role("link", name="Từng tháng, từng lĩnh vực").click()
    expect(page.locator("h1")).to_have_text("Diễn biến theo tháng")


def test_a_goal_marks_the_fields_and_stays_in_the_address(
    page: Page, full_year: tuple[str, dict[str, UnitYear]]
) -> None:
    address, expected = full_year
    score = expected[TEMPLATE].scored.score
    open_page(page, f"{address}/?table={TEMPLATE}")
    marks = "() => document.querySelector('.st-key-card-fields .js-plotly-plot').layout.shapes?.length ?? 0"
    assert page.evaluate(marks) == 0
    page.get_by_label("Mục tiêu của năm").fill("80")
    with answered(page):
        page.get_by_label("Mục tiêu của năm").press("Enter")
    gone = [p.id for p in score.table.tree.children if score.of(p).possible < score.of(p).applicable_max * 4 / 5]
    assert gone
    card = page.locator(".st-key-card-fields")
    expect(card).to_contain_text(f"không còn đạt được: lĩnh vực {', '.join(gone)}.")
    page.wait_for_function(f"fields => ({marks})() === fields", arg=len(score.table.tree.children))
    expect_in_address(page, "goal=80")
    page.get_by_role("link", name="Bảng điểm").first.click()
    expect(page.locator("h1")).to_have_text("Bảng điểm")
    expect_in_address(page, "goal=80")
    open_page(page, f"{address}/?table={TEMPLATE}&goal=ba")
    expect(page.locator(".st-key-card-fields")).to_contain_text("Chưa đặt mục tiêu")


def test_what_is_kept_for_one_reader_has_the_goal_and_language_of_the_next(
    page: Page, office: tuple[str, Expected]
) -> None:
    address, _expected = office
    titles = {"vi": "Điểm mất ở đâu", "en": "Where the points are lost"}
    for goal, lang in (("", "vi"), ("80", "vi"), ("80", "en"), ("95", "en"), ("", "vi")):
        open_page(page, f"{address}/?table={TEMPLATE}&lang={lang}" + (f"&goal={goal}" if goal else ""))
        expect(page.locator(".st-key-card-gaps h2")).to_have_text(titles[lang])
        for table in ("#gaps-table", "#missing-table"):
            found = page.locator(f"{table} a").evaluate_all(
                "all => all.map(one => ['goal', 'lang'].map(key => new URL(one.href).searchParams.get(key) ?? ''))"
            )
            assert found
            assert all(one == [goal, "en" if lang == "en" else ""] for one in found), (goal, lang, found)


def test_an_empty_store_says_what_to_do_and_shows_no_results(page: Page, server: str) -> None:
    open_page(page, f"{server}/?unit={UNIT}&table={PLAN}")
    main = page.get_by_test_id("stMain")
    for words in ("Chưa có số liệu", "Tải biểu số liệu"):
        expect(main).to_contain_text(words, use_inner_text=True)
    for sign in ("%", "0 /", "0,", "Đạt"):
        expect(main).not_to_contain_text(sign, use_inner_text=True)
    expect(page.locator(".figures, .js-plotly-plot")).to_have_count(0)
    with page.expect_download() as started:
        page.get_by_role("link", name="Tải biểu số liệu của tháng").click()
    assert started.value.suggested_filename.endswith(".xlsx")
    assert "2022-01" in started.value.suggested_filename


def test_a_month_without_figures_says_so(page: Page, office: tuple[str, Expected]) -> None:
    address, _expected = office
    open_page(page, f"{address}/?month=2022-07")
    expect(page.locator(".st-key-card-no-month")).to_contain_text("Tháng 7/2022 chưa có số liệu")


@pytest.mark.parametrize("table", [PLAN, TEMPLATE])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_fits_a_phone_and_speaks_one_language(
    page: Page, office: tuple[str, Expected], table: str, lang: str
) -> None:
    address, _expected = office
    page.set_viewport_size(PHONE)
    turn_to(page, f"{address}/?table={table}&lang={lang}")
    expect(page.locator("#coverage-table")).to_be_visible()
    assert not is_too_wide(page)
    assert not foreign_sentences(visible_text(page), lang)


def foreign_sentences(text: str, lang: str) -> list[str]:
    """Catalogue entries of the other language that stand in ``text``; short ones may be words of the law."""
    pairs = [(english, words) for english, words in vietnamese().items() if "{" not in english and english != words]
    other = [words if lang == "en" else english for english, words in pairs]
    found = [words for words in other if len(words) > 15 and words in text]
    return found + (ENGLISH.findall(text) if lang == "vi" else [])


def test_a_store_held_by_another_program_is_told_kindly(
    page: Page, office: tuple[str, Expected], tmp_path: Path
) -> None:
    address, expected = office
    open_page(page, address)  # the first server has the store open from now on
    with running(expected.folder, tmp_path / "server.log") as second:
        for name in ("", "score", "figures"):
            open_page(page, f"{second}/{name}")
            expect(page.locator("#refusal")).to_contain_text("S001")
            expect(page.locator("#refusal")).to_contain_text("đang mở kho")
            expect(page.locator("h1")).to_have_count(1)
        open_page(page, f"{second}/?lang=en")
        expect(page.locator("#refusal")).to_contain_text("has the store open")


def test_a_refused_criteria_file_is_named_and_the_others_work(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "criteria"
    folder.mkdir()
    (folder / "hong.yaml").write_text("id: hong\nkind: points\nla: 1\n", encoding="utf-8")
    monkeypatch.setenv("THUOC_CRITERIA", str(folder))
    with running(tmp_path / "store", tmp_path / "server.log") as address:
        open_page(page, address)
        expect(page.locator("h1")).to_have_text("Tổng quan")
        notice = page.get_by_test_id("stExpander")
        expect(notice).to_contain_text("hong.yaml")
        notice.locator("summary").click()
        expect(page.locator("#refused-file-0")).to_contain_text("C011")
        expect(page.locator("#refused-file-0")).to_contain_text("3")
        expect(page.locator(".st-key-card-choose-unit")).to_be_visible()

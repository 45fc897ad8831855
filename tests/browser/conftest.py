"""A real server and a real Chromium for every browser test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from data.scores.year import UnitYear
from pages.parts.navigation import SECTIONS
from tests.browser.server import CHROMIUM_ARGS, running
from tests.browser.settled import LONGEST, WINDOW, visitor
from tests.browser.year_office import build_month, build_year

# Every page of the menu; the first one stands at the bare address.
PAGES = ("", *[entry.address for group in SECTIONS.values() for entry in group][1:])
# How long a slow machine may take; what is right at once is not waited for.
expect.set_options(timeout=LONGEST)


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=CHROMIUM_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """One visitor's browser for all tests: what it has fetched and compiled of the product is not asked for again."""
    context = visitor(browser)
    yield context
    context.close()


@pytest.fixture
def page(profile: BrowserContext) -> Iterator[Page]:
    """The visitor's one tab, without name: a new tab begins without the compiled product, which doubles its time."""
    tab = profile.pages[0] if profile.pages else profile.new_page()
    tab.set_viewport_size(WINDOW)
    yield tab
    profile.clear_cookies()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product as it is, on an empty store."""
    folder = tmp_path_factory.mktemp("server")
    with running(folder / "store", folder / "server.log") as address:
        yield address


@pytest.fixture(scope="session")
def full_year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, UnitYear]]]:
    """A department's year with one month missing, and what the kernel says of it, by table."""
    folder = tmp_path_factory.mktemp("full-year")
    expected = build_year(folder / "store")
    with running(folder / "store", folder / "server.log") as address:
        yield address, expected


@pytest.fixture(scope="session")
def one_month(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, UnitYear]]]:
    """A department that has reported January, and nothing else."""
    folder = tmp_path_factory.mktemp("one-month")
    expected = build_month(folder / "store")
    with running(folder / "store", folder / "server.log") as address:
        yield address, expected

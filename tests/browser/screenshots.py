"""Pictures of every page: ``python tests/browser/screenshots.py [FOLDER] [--state S ...] [--page P ...]``.

Every page of the menu at three sizes, in both languages, on an empty store, on one month and on a full year of the
demo, as ``FOLDER/<state>/<page>-<width>[-en].png`` (``var/pictures`` unless said). ``--readme``: the README's picture.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, product
from pathlib import Path
from types import MappingProxyType

from playwright.sync_api import BrowserContext, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # run as a program, only this folder is on the path

from data.demo.building import build_demo  # noqa: E402
from data.store.opening import open_store  # noqa: E402
from pages.parts.navigation import SECTIONS  # noqa: E402
from tests.browser.demo_office import UNIT  # noqa: E402
from tests.browser.server import CHROMIUM_ARGS, chromium, running  # noqa: E402
from tests.browser.settled import lay_out, open_page, settle, visitor  # noqa: E402

# Every page of the menu; the first one stands at the bare address.
PAGES = {entry.address: entry.address if at else "" for at, entry in enumerate(chain(*SECTIONS.values()))}
SIZES = ((1440, 900), (1024, 768), (390, 844))
LANGUAGES = ("vi", "en")
STATES: Mapping[str, int] = MappingProxyType({"empty": 0, "month": 1, "year": 12})  # months of the demo in the store
# Streamlit scrolls an inner box: the window is made as tall as what stands in it, so that the whole page is drawn.
HEIGHT = """() => Math.ceil(Math.max(
  ...['stMainBlockContainer', 'stSidebarContent'].map((id) => {
    const box = document.querySelector(`[data-testid=${id}]`);
    return box ? box.getBoundingClientRect().top + box.scrollHeight : 0;
  })))"""
TALLEST = 12_000  # pixels: beyond, Chromium draws nothing


def take(profile: BrowserContext, address: str, file: Path, width: int, height: int) -> None:
    page = profile.new_page()
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, address)
    for _attempt in range(3):  # a taller window may make the page taller again
        wanted = min(max(height, page.evaluate(HEIGHT)), TALLEST)
        if page.viewport_size == {"width": width, "height": wanted}:
            break
        page.set_viewport_size({"width": width, "height": wanted})
        lay_out(page)
        settle(page)
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file, animations="disabled")
    page.close()


def take_all(
    address: str,
    folder: Path,
    pages: Iterable[str],
    languages: Sequence[str],
    sizes: Sequence[tuple[int, int]],
    more: str,
) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGS)
        profile = visitor(browser)
        for name, lang, (width, height) in product(pages, languages, sizes):
            ending = "" if lang == "vi" else f"-{lang}"
            file = folder / f"{name}-{width}{ending}.png"
            take(profile, f"{address}/{PAGES[name]}?lang={lang}{more}", file, width, height)
        browser.close()


def store_of(folder: Path, months: int) -> Path:
    """A store with that many months of the demo; of none it is new."""
    store = open_store(folder)
    if months:
        build_demo(store, months)
    store.close()
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description="Pictures of every page.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "var" / "pictures")
    parser.add_argument("--state", nargs="+", choices=STATES, default=list(STATES))
    parser.add_argument("--page", nargs="+", choices=PAGES, default=list(PAGES))
    parser.add_argument("--store", type=Path, help="a store that exists, in place of the three states")
    parser.add_argument("--readme", action="store_true", help="only docs/overview-1440.png")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if asked.readme:
            with running(store_of(Path(scratch) / "year", STATES["year"]), Path(scratch) / "log") as address:
                take_all(address, ROOT / "docs", ["overview"], LANGUAGES[:1], SIZES[:1], "")
        elif asked.store:
            with running(asked.store, Path(scratch) / "log") as address:
                take_all(address, asked.folder, asked.page, LANGUAGES, SIZES, "")
        else:
            for state in asked.state:
                # An empty store knows no unit of its own: with one chosen each page shows what it says of nothing.
                more = "" if STATES[state] else f"&unit={UNIT}"
                with running(store_of(Path(scratch) / state, STATES[state]), Path(scratch) / "log") as address:
                    take_all(address, asked.folder / state, asked.page, LANGUAGES, SIZES, more)


if __name__ == "__main__":
    main()

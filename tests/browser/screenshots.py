"""Pictures of every page: ``python tests/browser/screenshots.py [FOLDER] [--store DIR]``.

Without a folder: the picture of the README, into docs/. With one: every page at three sizes in both languages. Without
a store: a fresh demo store.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # run as a program, only this folder is on the path

from pages.parts.navigation import SECTIONS  # noqa: E402
from tests.browser.server import CHROMIUM_ARGS, running  # noqa: E402
from tests.browser.settled import open_page  # noqa: E402

# Every page of the menu; the first one stands at the bare address.
PAGES = {entry.address: entry.address if at else "" for at, entry in enumerate(chain(*SECTIONS.values()))}
SIZES = ((1440, 900), (1024, 768), (390, 844))
# Streamlit scrolls an inner box: the window is made as tall as what stands in it, so that the whole page is drawn.
HEIGHT = """() => Math.ceil(Math.max(
  ...['stMainBlockContainer', 'stSidebarContent'].map((id) => {
    const box = document.querySelector(`[data-testid=${id}]`);
    return box ? box.getBoundingClientRect().top + box.scrollHeight : 0;
  })))"""


def take(browser: Browser, address: str, file: Path, width: int, height: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN")
    open_page(page, address)
    page.wait_for_timeout(1200)  # charts draw after the script has ended
    for _attempt in range(3):  # a taller window may make the page taller again
        page.set_viewport_size({"width": width, "height": max(height, page.evaluate(HEIGHT))})
        page.wait_for_timeout(500)
    page.screenshot(path=file, animations="disabled")
    page.close()


def take_all(address: str, folder: Path, sizes: tuple[tuple[int, int], ...], languages: tuple[str, ...]) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        for name, path in PAGES.items() if len(languages) > 1 else [("overview", "")]:
            for lang in languages:
                for width, height in sizes:
                    ending = "" if lang == "vi" else f"-{lang}"
                    take(
                        browser, f"{address}/{path}?lang={lang}", folder / f"{name}-{width}{ending}.png", width, height
                    )
        browser.close()


def demo_store(folder: Path) -> Path:
    command = [sys.executable, "-c", "from cli import main; main()", "demo", "--store", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description="Pictures of every page.")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--store", type=Path, help="a store that exists; without it a fresh demo store is made")
    asked = parser.parse_args()
    folder: Path = asked.folder or ROOT / "docs"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        store = asked.store or demo_store(Path(scratch) / "store")
        with running(store, Path(scratch) / "server.log") as address:
            if asked.folder:
                take_all(address, folder, SIZES, ("vi", "en"))
            else:
                take_all(address, folder, SIZES[:1], ("vi",))


if __name__ == "__main__":
    main()

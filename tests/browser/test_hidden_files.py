"""A flat file under ``pages/`` is never served: not by its address, not in the menu, not when a run ends early."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.server import copy_product, running
from tests.browser.settled import lay_out

PROBE = 'import pathlib\nimport streamlit as st\nst.write("SECRET-" + "MARKER")\npathlib.Path({trace!r}).touch()\n'
ADDRESSES = ("", "secret_probe", "pages/secret_probe", "secret_probe.py", "pages/secret_probe.py", "secret%20probe")
# The run ends before st.navigation, as when a login page stops an anonymous reader.
EARLY = 'import streamlit as st\nst.title("early")\nst.stop()\n'


@pytest.fixture
def product(tmp_path: Path) -> Path:
    """A copy of the product with a flat file under ``pages/``; the file ``trace`` appears when that file is run."""
    copied = copy_product(tmp_path / "product")
    (copied / "pages" / "secret_probe.py").write_text(PROBE.format(trace=str(tmp_path / "trace")), encoding="utf-8")
    return copied


def seen(page: Page, address: str, paths: tuple[str, ...] = ADDRESSES) -> str:
    """All that the browser shows on all these addresses, and all that the server answers to them."""
    shown = []
    for path in paths:
        answer = page.goto(f"{address}/{path}")
        assert answer
        shown.append(answer.text())
        if "/static/js/" in answer.text():  # Streamlit's document: its run is waited for, or that it cannot run here
            page.wait_for_function("() => watched.broken || (watched.finished && !watched.open)")
            lay_out(page)
        shown.append(page.locator("body").inner_text())
        shown.extend(link.get_attribute("href") or "" for link in page.locator("a").all())
    return "\n".join(shown)


@pytest.mark.parametrize("script", ["as it is", "ends early"])
def test_a_flat_file_is_never_served(page: Page, product: Path, tmp_path: Path, script: str) -> None:
    main = product / "pages" / "main.py"
    if script == "ends early":
        main.write_text(EARLY + main.read_text(encoding="utf-8"), encoding="utf-8")
    with running(tmp_path / "store", tmp_path / "server.log", product) as address:
        shown = seen(page, address)
    assert "SECRET-MARKER" not in shown
    assert "secret_probe" not in shown.replace("/secret_probe", "")  # only as the address that was not found
    assert "SECRET-" not in shown
    assert not (tmp_path / "trace").exists()
    assert ("early" in shown) == (script == "ends early")  # it was the copy that ran


def test_the_probe_would_be_seen(page: Page, product: Path, tmp_path: Path) -> None:
    """Red first: with the script beside ``pages/`` Streamlit does serve the file, and the test above would notice."""
    (product / "script.py").write_text(EARLY, encoding="utf-8")
    (product / "app.py").write_text(
        "import pathlib, streamlit as st\nfrom pages.routes import ROUTES\n"
        "app = st.App(pathlib.Path(__file__).parent / 'script.py', routes=ROUTES)\n",
        encoding="utf-8",
    )
    with running(tmp_path / "store", tmp_path / "server.log", product) as address:
        shown = seen(page, address, ("", "secret_probe"))
    assert "SECRET-MARKER" in shown
    assert (tmp_path / "trace").exists()

"""When is a Streamlit page ready, and what does a reader see on it?

``data-test-script-state`` alone does not say it: after a click it is still the "notRunning" of the run before, until
the server's first answer. So the messages are watched too: a run that was asked for is over when the server says so.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect
from playwright.sync_api import TimeoutError as NotInTime

WINDOW: ViewportSize = {"width": 1280, "height": 900}
# THUOC_SLOW_BROWSER=6 slows each page so many times, to find what is read before it stands.
SLOWER = int(os.environ.get("THUOC_SLOW_BROWSER", "1"))
LONGEST = 30_000 * SLOWER  # milliseconds for anything to come about
# Notes how often the page has asked for a run, and whether the last one is over. The numbers are those of the fields
# in streamlit.proto: BackMsg.rerun_script, ForwardMsg.script_finished and .session_status_changed, .script_is_running.
WATCH = """(() => {
  const RERUN = 11, FINISHED = 6, STATUS = 9, RUNNING = 2;
  const seen = window.watched = {asked: 0, open: true, finished: false, width: innerWidth};
  const fields = (bytes) => {  // a Protocol Buffers message: what stands under each number
    const found = new Map();
    let at = 0;
    const whole = () => {
      let value = 0, place = 1, byte;
      do { byte = bytes[at++]; value += (byte & 127) * place; place *= 128; } while (byte & 128);
      return value;
    };
    while (at < bytes.length) {
      const key = whole(), value = whole(), sized = key % 8 === 2;
      found.set(key >>> 3, sized ? bytes.subarray(at, at + value) : value);
      if (sized) at += value;
    }
    return found;
  };
  addEventListener('error', ({target}) => { if (target.tagName === 'SCRIPT') seen.broken = true; }, true);
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({data}) => {
        const told = fields(new Uint8Array(data));
        if (told.has(FINISHED)) seen.finished = true;
        if (seen.finished && told.has(STATUS) && !fields(told.get(STATUS)).get(RUNNING)) seen.open = false;
      });
    }
    send(data) {
      if (fields(new Uint8Array(data)).has(RERUN))
        Object.assign(seen, {asked: seen.asked + 1, open: true, finished: false});
      super.send(data);
    }
  };
})()"""
# The last run is over and its answer drawn: nothing grey of the run before, no placeholder, images and charts there.
READY = """() => !watched.open
  && document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
  && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')
  && [...document.images].every((image) => image.complete)
  && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(
    (box) => box.querySelector('.js-plotly-plot')?.data && box.querySelector('.main-svg'))"""
ASKED = "() => `${performance.timeOrigin} ${watched.asked}`"  # another document counts anew
# A page of the same server, loaded in a window as wide as this one: what a phone is shown first was shown to a phone.
_ANSWERED = f"before => watched.asked && ({ASKED})() !== before"
NEAR = "address => new URL(address).origin === location.origin && watched.width === innerWidth"
TURN = "address => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }"
FRAMES = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done), 60)))"
# Icons are words of a font ("upload_file") that a reader never sees as words.
VISIBLE_TEXT = """() => {
  const copy = document.body.cloneNode(true);
  copy.querySelectorAll('[data-testid=stIconMaterial], script, style, noscript').forEach((node) => node.remove());
  const names = [...document.querySelectorAll('[aria-label], [placeholder], [title]')]
    .flatMap((node) => ['aria-label', 'placeholder', 'title'].map((name) => node.getAttribute(name) ?? ''));
  return [copy.textContent, ...names].join('\\n');
}"""


def visitor(browser: Browser) -> BrowserContext:
    """A Vietnamese visitor's own browser, in which ``settle`` can tell whether a page is ready."""
    context = browser.new_context(viewport=WINDOW, locale="vi-VN", accept_downloads=True)
    context.set_default_timeout(LONGEST)
    context.add_init_script(WATCH)
    return context


def open_page(page: Page, address: str) -> None:
    """Go there and wait until the title stands and all of the page is drawn."""
    if SLOWER > 1:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    settle(page)


def turn_to(page: Page, address: str) -> None:
    """Go there as a link within the product does, in half the time of loading it anew; the first one is loaded.

    For many addresses in turn. What a fresh visitor sees is for ``open_page``: each page is opened so, too.
    """
    if page.evaluate(NEAR, address):
        with answered(page):
            page.evaluate(TURN, address)
    else:
        open_page(page, address)


def settle(page: Page) -> None:
    """Wait until the title stands, no run is open and its answer is drawn; after an action see ``answered``."""
    page.locator("h1").first.wait_for()
    page.wait_for_function(READY)
    lay_out(page)  # a drawing that had begun between
    page.wait_for_function(READY)


@contextmanager
def answered(page: Page) -> Iterator[None]:
    """Do within what makes the page ask the server; afterwards the answer stands, on the same page or on another."""
    before = page.evaluate(ASKED)
    yield
    page.wait_for_function(_ANSWERED, arg=before)
    settle(page)


def press_until_answered(page: Page, button: Locator) -> None:
    """Press until the page asks the server: a press that only takes the cursor out of a box asks for nothing."""
    before = page.evaluate(ASKED)
    for _attempt in range(3):
        button.click()
        with suppress(NotInTime):
            page.wait_for_function(_ANSWERED, arg=before, timeout=8_000 * SLOWER)
            break
    page.wait_for_function(_ANSWERED, arg=before)
    settle(page)


def bring_into_view(box: Locator) -> None:
    """Scroll there before a list is opened: one that is open closes while the page scrolls."""
    box.evaluate("box => box.scrollIntoView({block: 'center', behavior: 'instant'})")
    lay_out(box.page)


def open_list(box: Locator, option: Locator) -> None:
    """Open the list of ``box`` until it shows ``option``: a list closes when its page is scrolled or drawn again."""
    for _attempt in range(6):
        bring_into_view(box)
        box.click()
        try:
            option.first.wait_for(timeout=4_000 * SLOWER)
            return
        except NotInTime:
            box.press("Escape")
    option.first.wait_for()


def lay_out(page: Page) -> None:
    """Wait until the page has been drawn again in a window of another size: what watches its size has had its turn."""
    page.evaluate(FRAMES)


def visible_text(page: Page) -> str:
    """All texts a reader sees or a screen reader says, without the names of icons."""
    text: str = page.evaluate(VISIBLE_TEXT)
    return text


def expect_in_address(page: Page, *parts: str) -> None:
    """Wait until the address has these parameters (``unit=so-a``), in any order."""
    for part in parts:
        expect(page).to_have_url(re.compile(rf"[?&]{re.escape(part)}(?=[&#]|$)"))

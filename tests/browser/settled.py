"""When is a Streamlit page ready, and what does a reader see on it?"""

from playwright.sync_api import Page

# Icons are words of a font ("upload_file") that a reader never sees as words.
VISIBLE_TEXT = """() => {
  const copy = document.body.cloneNode(true);
  copy.querySelectorAll('[data-testid=stIconMaterial], script, style, noscript').forEach((node) => node.remove());
  const names = [...document.querySelectorAll('[aria-label], [placeholder], [title]')]
    .flatMap((node) => ['aria-label', 'placeholder', 'title'].map((name) => node.getAttribute(name) ?? ''));
  return [copy.textContent, ...names].join('\\n');
}"""


def open_page(page: Page, address: str) -> None:
    """Go there and wait until the title stands and the script has finished its run."""
    page.goto(address)
    settle(page)


def settle(page: Page) -> None:
    page.locator("h1").first.wait_for()
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
    )


def lay_out(page: Page) -> None:
    """Wait until the page has been drawn again in a window of another size: what watches its size has had its turn."""
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done), 60)))"
    )


def visible_text(page: Page) -> str:
    """All texts a reader sees or a screen reader says, without the names of icons."""
    text: str = page.evaluate(VISIBLE_TEXT)
    return text

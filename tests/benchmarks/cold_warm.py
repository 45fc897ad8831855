"""First and second visit of the overview in Chromium: ``python tests/benchmarks/cold_warm.py [rounds 5] [store]``.

Cold: a browser that has never been here. Warm: the same browser again, on a new tab. Printed for each: when the first
content (the first key figure) and the charts stood, and the bytes and requests that went over the line; the best and
the middle of the rounds. Chromium and the server share the processors.
"""

import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from load import QUERY
from playwright.sync_api import BrowserContext, sync_playwright
from served import served

from tests.browser.server import CHROMIUM_ARGS, chromium

# Watched from inside the page: the moment is that of the mutation, not of somebody's asking.
WATCH = """() => {
  const seen = (window.seen = {});
  const look = () => {
    if (!seen.content && document.querySelector('dl.figures dd strong')) seen.content = performance.now();
    const cards = document.querySelectorAll('.stPlotlyChart');
    if (!seen.charts && cards.length && [...cards].every((one) => one.querySelector('.main-svg .trace')))
      seen.charts = performance.now();
  };
  new MutationObserver(look).observe(document, {childList: true, subtree: true});
}"""


class Visit(NamedTuple):
    """Seconds from the start of the navigation; KB over the line."""

    content: float
    charts: float
    kilobytes: float
    requests: int


def visit(context: BrowserContext, address: str) -> Visit:
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    sizes: list[float] = []
    asked: list[str] = []
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    network.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    page.add_init_script(f"({WATCH})()")
    page.goto(address)
    page.wait_for_function("() => window.seen.content && window.seen.charts", timeout=60_000)
    seen = page.evaluate("() => window.seen")
    page.wait_for_timeout(500)
    page.close()
    return Visit(seen["content"] / 1000, seen["charts"] / 1000, sum(sizes) / 1024, len(asked))


def told(name: str, visits: Sequence[Visit]) -> str:
    def both(of: Sequence[float]) -> str:
        return f"{min(of):.2f} s (middle {statistics.median(of):.2f})"

    last = visits[-1]
    content, charts = both([one.content for one in visits]), both([one.charts for one in visits])
    return f"{name}: first content {content}, charts {charts}, {last.kilobytes:,.0f} KB in {last.requests} requests"


def main(rounds: int = 5, store: Path | None = None) -> None:
    cold, warm = [], []
    with served(store) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGS)
        address = f"{server.address}/overview?{QUERY}"
        first = browser.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
        visit(first, address)  # the server's own first answer (imports, caches) is not the browser's matter
        first.close()
        for _round in range(rounds):
            context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
            cold.append(visit(context, address))
            warm.append(visit(context, address))
            context.close()
        browser.close()
    print(told("cold", cold))
    print(told("warm", warm), flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 5, Path(given[1]) if len(given) > 1 else None)

"""The first HTML document in the reader's language, with our look from the first moment.

Streamlit serves one fixed index.html: ``lang="en"``, title "Streamlit", its own icon, English words for browsers
without JavaScript. A screen reader that believes ``lang="en"`` reads Vietnamese as noise, so the document is rewritten
here; later changes of language within the page are followed by ``static/language.js``.
"""

import html
import json
import re
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.language import LANGUAGES, PRODUCT, pick, translator
from pages.parts.builtin_words import built_in_words
from pages.routes.headers import INDEX_PAGE

OUR_HEAD = """\
    <link rel="preload" href="./app/static/fonts/be-vietnam-pro-latin-400-normal.woff2" as="font" crossorigin />
    <link rel="preload" href="./app/static/fonts/be-vietnam-pro-vietnamese-400-normal.woff2" as="font" crossorigin />
    <link rel="stylesheet" href="./app/static/look.css" />
    <style>:root {{ --product: "{product}"; }}</style>
    <script type="application/json" id="built-in-words">{words}</script>
    <script src="./app/static/language.js" defer></script>
    <script src="./app/static/menu.js" defer></script>
    <script src="./app/static/person.js" defer></script>
  </head>"""

# The first page of the menu lives at "/"; people bookmark its own address too.
OVERVIEW = "/overview"


def first_document(index_page: str, lang: str) -> str:
    """``index_page`` with language, title, icon, stylesheet and no-script text of ours. Fails if it finds no place."""
    t = translator(lang)
    title = html.escape(t("{product}: administrative reform self-score", product=PRODUCT))
    no_script = html.escape(t("This page needs JavaScript."))
    words = json.dumps(built_in_words(), ensure_ascii=False).replace("<", "\\u003c")
    changes = [
        (r'<html lang="en">', f'<html lang="{lang}">'),
        (r"<title>Streamlit</title>", f"<title>{title}</title>"),
        (r'href="\./favicon\.png"', 'href="./app/static/icon.png"'),
        (r'<link\s+rel="preload"\s+href="[^"]*SourceSans[^"]*"[^>]*>', ""),
        (r'<link rel="service-desc"[^>]*>', ""),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{no_script}</p></noscript>"),
        (r"\s*</head>", "\n" + OUR_HEAD.format(words=words, product=PRODUCT)),
    ]
    for pattern, replacement in changes:
        literal = replacement.replace("\\", r"\\")
        index_page, count = re.subn(pattern, literal, index_page, count=1, flags=re.DOTALL)
        if count != 1:
            raise RuntimeError(f"Streamlit's index.html has changed: no place for {pattern!r}")
    return index_page


class FirstDocument:
    """Replaces Streamlit's index.html (known by ``cache-control: no-cache``; HTML of ours says ``no-store``)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        index_page = INDEX_PAGE.read_text(encoding="utf-8")
        self.documents = {lang: first_document(index_page, lang).encode() for lang in LANGUAGES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        if scope["path"].rstrip("/") == OVERVIEW:
            query = scope["query_string"].decode("latin-1")
            await RedirectResponse(f"/?{query}" if query else "/")(scope, receive, send)
            return
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
        body = self.documents[pick(asked)]
        replaced = False

        async def send_ours(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                replaced = _is_index_page(message["status"], headers)
                if replaced:
                    for name in ("etag", "last-modified", "content-encoding", "accept-ranges"):
                        del headers[name]
                    headers["content-length"] = str(len(body))
            elif replaced:
                if message.get("more_body"):
                    return
                message = {**message, "body": b"" if scope["method"] == "HEAD" else body}
            await send(message)

        await self.app(_without_conditions(scope), receive, send_ours)


def _is_index_page(status: int, headers: MutableHeaders) -> bool:
    is_html = headers.get("content-type", "").startswith("text/html")
    return status == 200 and is_html and headers.get("cache-control") == "no-cache"


def _without_conditions(scope: Scope) -> Scope:
    """Drops If-None-Match and Range for pages: their tags are those of Streamlit's file, not of our document."""
    if "." in scope["path"].rsplit("/", 1)[-1]:
        return scope
    dropped = {b"if-none-match", b"if-modified-since", b"range"}
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in dropped]}

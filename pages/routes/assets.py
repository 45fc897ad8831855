"""Streamlit's own JavaScript and CSS, compressed once and kept.

A first visit loads 10 MB, 3 MB compressed; Streamlit serves these files uncompressed because its gzip layer would
compress them again on every request. Here each file is compressed on its first request and the result is kept: the
files are few (the table below is made at start from the folder, so no path of a request ever reaches the disk).
"""

import gzip
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.routes.headers import INDEX_PAGE

MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}
ONE_YEAR = "public, immutable, max-age=31536000"  # the names carry a hash of the content


class CompressedAssets:
    """Answers ``GET /static/...`` with gzip when the browser takes it; everything else passes through."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        root = INDEX_PAGE.parent
        found = [path for path in (root / "static").rglob("*") if path.suffix in MEDIA_TYPES]
        self.files: dict[str, Path] = {"/" + path.relative_to(root).as_posix(): path for path in found}
        self.compressed: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if (
            scope["type"] != "http"
            or scope["method"] != "GET"
            or path not in self.files
            or "gzip" not in Headers(scope=scope).get("accept-encoding", "")
        ):
            await self.app(scope, receive, send)
            return
        if path not in self.compressed:
            self.compressed[path] = await to_thread.run_sync(_compress, self.files[path])
        headers = {"content-encoding": "gzip", "vary": "accept-encoding", "cache-control": ONE_YEAR}
        media_type = MEDIA_TYPES[self.files[path].suffix]
        await Response(self.compressed[path], media_type=media_type, headers=headers)(scope, receive, send)


def _compress(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)

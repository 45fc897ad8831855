"""Refuses a request whose Host header is not ours.

Streamlit checks ``server.allowedHosts`` only for its WebSocket. Without this, a page of another site whose name was
re-pointed at 127.0.0.1 (DNS rebinding) could read our own routes: downloads, exports.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config


class KnownHosts:
    """Answers 400 when the Host is missing or not in ``server.allowedHosts`` (an empty list allows every host)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not is_known(Headers(scope=scope).get("host", "")):
            await PlainTextResponse("unknown host", status_code=400)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_known(host: str) -> bool:
    """Whether ``host`` ("name" or "name:port") is one of the names in ``server.allowedHosts``, case ignored."""
    allowed = [name.strip("[]").lower() for name in config.get_option("server.allowedHosts")]
    if not allowed or "*" in allowed:
        return True
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    return name is not None and name.rstrip(".") in allowed

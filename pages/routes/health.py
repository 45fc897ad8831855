"""``GET /healthz``: is the server up? Says nothing about the data, so it needs no login."""

from starlette.requests import Request
from starlette.responses import JSONResponse


async def health(request: Request) -> JSONResponse:
    """``{"status": "ok"}``, never cached: a monitor must see this very moment."""
    return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})

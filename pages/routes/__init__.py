"""Own routes and middleware of the web server, as two lists one can read.

Middleware runs from top to bottom on the way in: a foreign Host is refused before anything else, the headers are on
every answer, also on an error of ours.
"""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from pages.routes.assets import CompressedAssets
from pages.routes.document import FirstDocument
from pages.routes.downloads import DOWNLOADS
from pages.routes.headers import SecurityHeaders
from pages.routes.health import health
from pages.routes.hosts import KnownHosts

ROUTES: list[BaseRoute] = [
    Route("/healthz", health, methods=["GET"]),
    *DOWNLOADS,
]

MIDDLEWARE: list[Middleware] = [
    Middleware(SecurityHeaders),
    Middleware(KnownHosts),
    Middleware(FirstDocument),
    Middleware(CompressedAssets),
]

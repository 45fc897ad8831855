"""Starts the web server in this process, from whichever folder the command was given."""

import sys
import tomllib
from pathlib import Path

import streamlit as st

LAUNCHER = Path(__file__).resolve().parents[2] / "app.py"


def server_options(host: str, port: int) -> dict[str, object]:
    """What differs from ``.streamlit/config.toml``, by Streamlit's dotted option names.

    Everything else stands in that file. Streamlit reads ``config.toml`` from the home directory, then from the current
    folder, then from the folder of the *launcher*, the last one winning; ``App.run`` takes the launcher from
    ``sys.argv[0]``. For ``thuoc serve`` that would be ``.venv/bin/thuoc``, so ``serve`` names ``app.py`` there.
    """
    settings = tomllib.loads((LAUNCHER.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    known = [*settings["server"]["allowedHosts"], host]
    return {
        "server.address": host,
        "server.port": port,
        "server.allowedHosts": list(dict.fromkeys(known)),
    }


def serve(app: st.App, host: str = "127.0.0.1", port: int = 8501) -> None:
    """Serve ``app`` (``app.app``) until Ctrl+C or SIGTERM, then return. A port in use ends the process with a message.

    The caller imports ``app`` when it is about to serve: a command that only scores must not load the web server.
    """
    arguments = sys.argv
    sys.argv = [str(LAUNCHER)]
    try:
        app.run(config=server_options(host, port))
    except KeyboardInterrupt:
        pass  # uvicorn has shut down cleanly and raises the signal again
    finally:
        sys.argv = arguments

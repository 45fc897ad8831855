"""The real server as a process of its own, for the browser tests and for the screenshots."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("app.py", "pages", "data", "scoring", "criteria", ".streamlit")
SERVE = "import sys; from app import app; from pages.routes.serve import serve; serve(app, port=int(sys.argv[1]))"
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def chromium() -> str | None:
    """Debian's Chromium here. The one without windows of its own draws the same with two thirds of the work."""
    return next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))), None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def copy_product(target: Path) -> Path:
    """A copy of the product in ``target``, to be changed by a test; the server started there runs the copy."""
    target.mkdir(parents=True)
    for name in PRODUCT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, target / name)
    return target


@contextmanager
def running(store: Path, log: Path, root: Path = ROOT, command: tuple[str, ...] = ("-c", SERVE)) -> Iterator[str]:
    """Start the server of ``root`` on ``store``, give its address, end it by its process id.

    It starts in another folder than the product's: nothing may depend on where the command was given. What it says
    goes to ``log``; when it does not come up, the test shows it.
    """
    port = free_port()
    home = log.parent / "home"
    home.mkdir(exist_ok=True)
    environment = {**os.environ, "THUOC_STORE": str(store), "PYTHONPATH": str(root), "HOME": str(home)}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *command, str(port)], cwd=home, env=environment, stdout=output, stderr=output
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_healthy(process, address, log)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_healthy(process: "subprocess.Popen[bytes]", address: str, log: Path, path: str = "/healthz") -> None:
    ends = time.monotonic() + 60
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urllib.request.urlopen(address + path, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server did not come up:\n{log.read_text(errors='replace')}")

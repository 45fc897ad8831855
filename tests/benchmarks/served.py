"""A demo store and a server of its own on it, for the benchmarks of the pages (Linux: processor time from /proc)."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.server import SERVE, free_port, wait_until_healthy  # noqa: E402  # found only from here on

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Served:
    """A server that answers at ``address`` (http://127.0.0.1:port)."""

    address: str
    pid: int

    def processor_seconds(self) -> float:
        """User and system time of the process so far."""
        stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return (int(stat[11]) + int(stat[12])) / TICKS

    def memory(self) -> int:
        """MB resident now."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0]) // 1024


@contextmanager
def served(store: Path | None = None) -> Iterator[Served]:
    """Start the product of this folder on ``store`` (a demo store made for the purpose, when none is named)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "HOME": name,
            "THUOC_STORE": str(store or folder / "demo"),
        }
        if store is None:
            command = [sys.executable, "-c", "from cli import main; main()", "demo", "--store", str(folder / "demo")]
            subprocess.run(command, check=True, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
        port, log = free_port(), folder / "server.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-c", SERVE, str(port)], cwd=folder, env=environment, stdout=output, stderr=output
            )
        try:
            wait_until_healthy(process, f"http://127.0.0.1:{port}", log)
            yield Served(f"http://127.0.0.1:{port}", process.pid)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

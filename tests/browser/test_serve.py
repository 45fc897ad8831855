"""Both ways to start the server give the same options; Ctrl+C ends it quietly."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.browser.server import ROOT, free_port, running, wait_until_healthy

# What the server itself says about its options, from inside the process that serves.
TELL = "from streamlit import config; print({name: config.get_option(name) for name in NAMES})"
NAMES = ["server.address", "server.maxUploadSize", "server.enableStaticServing", "client.showErrorDetails"]
SERVE = f"""
import sys
NAMES = {NAMES}
from app import app
from pages.routes.serve import serve
serve(app, "127.0.0.1", int(sys.argv[1]))
{TELL}
print("returned", sys.argv[0])
"""


def test_ctrl_c_returns_and_the_options_were_ours_in_another_folder(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "THUOC_STORE": str(tmp_path / "store")}
    with log.open("wb") as output:
        command = [sys.executable, "-c", SERVE, str(port)]
        process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=output, stderr=output)
    try:
        wait_until_healthy(process, f"http://127.0.0.1:{port}", log)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    finally:
        process.kill()
    said = log.read_text(encoding="utf-8")
    options = "'server.maxUploadSize': 50, 'server.enableStaticServing': True, 'client.showErrorDetails': 'none'"
    assert options in said
    assert said.rstrip().endswith("returned -c")
    assert "Traceback" not in said


def test_streamlit_run_serves_the_same(tmp_path: Path) -> None:
    command = ("-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port")
    with running(tmp_path / "store", tmp_path / "server.log", command=command):
        pass  # /healthz answered: the own routes are there
    assert "http://" not in (tmp_path / "server.log").read_text(encoding="utf-8")

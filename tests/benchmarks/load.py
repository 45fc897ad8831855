"""Sessions that never pause: ``python tests/benchmarks/load.py [page overview] [sessions 30] [seconds 20] [store]``.

Each session opens Streamlit's own stream (protobuf over a websocket), runs the page once, then asks for the next run
as soon as one has ended. Printed: runs a second, half and 95 % of the runs were answered within, and the server's
processor time for each run. The generator takes its share of the same processors: what it used is printed too.
"""

import asyncio
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from served import Served, served
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

QUERY = "unit=so-cong-thuong-dien-bien&table=dien-bien-so-cong-thuong-2022&month=2022-05"


class Session:
    """One reader, with the widgets of the page left as they are."""

    def __init__(self, socket: ClientConnection, page: str, query: str) -> None:
        self.socket, self.page, self.query = socket, page, query
        self.page_hash = ""
        self.received = 0

    async def run(self) -> None:
        """Ask for a run of the page and read until it has ended."""
        state = ClientState(query_string=self.query, page_name=self.page, page_script_hash=self.page_hash)
        await self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        while True:
            content = await self.socket.recv()
            assert isinstance(content, bytes)
            self.received += len(content)
            message = ForwardMsg.FromString(content)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.page_hash = message.new_session.page_script_hash
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise RuntimeError("the page did not compile")
            elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(message.delta.new_element.exception.message)


async def _reader(
    address: str, page: str, query: str, ready: asyncio.Barrier, seconds: float, took: list[float]
) -> int:
    host = urlsplit(address).netloc
    async with connect(
        f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], origin=address, max_size=None, compression=None
    ) as socket:
        session = Session(socket, page, query)
        await session.run()
        await ready.wait()
        session.received = 0
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            started = time.monotonic()
            await session.run()
            took.append(time.monotonic() - started)
        return session.received


async def measure(server: Served, page: str, query: str, sessions: int, seconds: float) -> str:
    """One line of figures. The first run of each session is not counted."""
    took: list[float] = []
    ready = asyncio.Barrier(sessions + 1)
    readers = [asyncio.create_task(_reader(server.address, page, query, ready, seconds, took)) for _ in range(sessions)]
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait([*readers, waiting], return_when=asyncio.FIRST_COMPLETED)
    if not waiting.done():
        await readers[0]  # a session ended before all had begun: say why
    started, busy, own = time.monotonic(), server.processor_seconds(), time.process_time()
    received = sum(await asyncio.gather(*readers))
    spent, busy, own = time.monotonic() - started, server.processor_seconds() - busy, time.process_time() - own
    took.sort()
    half, most = took[len(took) // 2], took[len(took) * 95 // 100]
    return (
        f"{page}: {sessions} sessions, {len(took)} runs in {spent:.1f} s = {len(took) / spent:.1f} a second, "
        f"half within {half * 1000:.0f} ms, 95 % within {most * 1000:.0f} ms, "
        f"server {busy / len(took) * 1000:.1f} CPU-ms a run ({busy / spent:.2f} processors, {server.memory()} MB), "
        f"{received / len(took) / 1024:.0f} KB a run, generator {own / len(took) * 1000:.1f} CPU-ms a run"
    )


def main(
    page: str = "overview", sessions: int = 30, seconds: float = 20, store: Path | None = None, query: str = QUERY
) -> None:
    with served(store) as server:
        print(asyncio.run(measure(server, page, query, sessions, seconds)), flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    kinds = (str, int, float, Path, str)
    main(*(kind(text) for kind, text in zip(kinds, given, strict=False)))  # type: ignore[arg-type]

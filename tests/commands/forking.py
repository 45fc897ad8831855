"""Commands run one after the other, each in a process of its own, forked when all modules are imported already.

Started as ``python -m tests.commands.forking``: one request a line (JSON: words, out, err), answered by the exit code.
Each command starts from the same untouched state, as if it were started from a shell, but for the seconds that Python
takes to read its modules and the shipped tables.
"""

import json
import os
import sys
from typing import NoReturn

from cli import main
from data.criteria.folder import SHIPPED, load_folders


def run(words: list[str], out: str, err: str) -> NoReturn:
    """In the forked process: the command line with streams of its own. It ends the process, as in a shell."""
    for stream, path, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        (2, err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        os.dup2(os.open(path, flags, 0o600), stream)
    sys.argv = ["thuoc", *words]
    main()
    sys.exit(0)


def serve() -> None:
    load_folders([SHIPPED])  # read once, for all
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        child = os.fork()
        if not child:
            run(**json.loads(line))
        _pid, status = os.waitpid(child, 0)
        answers.write(f"{os.waitstatus_to_exitcode(status)}\n")
        answers.flush()


if __name__ == "__main__":
    serve()

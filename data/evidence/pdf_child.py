"""Prints the text of a PDF's first and last pages: started by :mod:`data.evidence.text` as a process of its own.

It reads a stranger's file, so it limits itself before it begins: memory and processor time where the system can do
that (not on Windows, where the parent's clock alone ends it). Pages are printed one by one: what was read before a
limit is kept. Imports nothing of the product.
"""

import io
import logging
import sys

FIRST, LAST = 3, 2  # pages: a stamp stands on the first page, an annex at the end may have its own
MOST_LETTERS = 100_000  # of a page
MEMORY, SECONDS = 768 * 2**20, 10


def limit() -> None:
    """No more memory and processor time than a real document takes."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def main() -> None:
    """From the standard input to the standard output, UTF-8."""
    limit()
    from pypdf import PdfReader

    logging.disable()
    pages = PdfReader(io.BytesIO(sys.stdin.buffer.read())).pages
    count = len(pages)
    for number in sorted({*range(min(FIRST, count)), *range(max(count - LAST, 0), count)}):
        text = pages[number].extract_text()[:MOST_LETTERS]
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()

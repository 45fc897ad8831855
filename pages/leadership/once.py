"""What pages write and draw of one state of the store, kept for the next reader who asks the same."""

from collections.abc import Callable
from typing import TypeVar, cast

from pages.parts.scope import Scope

T = TypeVar("T")
MOST = 8  # languages with goals: an address can name any goal, and must not fill the memory


class Once:
    """Kept for one unit, table, month and state of the store (:class:`pages.leadership.seen.Seen` holds it).

    What is made may depend on these, on the reader's language, and on the goal that all addresses carry on; on nothing
    else.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[str, str | None], dict[str, object]] = {}

    def made(self, scope: Scope, name: str, make: Callable[[], T]) -> T:
        """``make()``, or what it gave the last time for this ``name``, language and goal.

        Two readers at once may both make it: they make the same.
        """
        kept = self._made.get((scope.lang, scope.goal))
        if kept is None:
            if len(self._made) >= MOST:
                self._made.clear()
            kept = self._made.setdefault((scope.lang, scope.goal), {})
        if name not in kept:
            kept[name] = make()
        return cast("T", kept[name])

"""A table as somebody names it: by the code of one that is loaded, or by the path of a file that is not."""

from dataclasses import dataclass, replace
from pathlib import Path

from data.criteria.folder import check_paths
from data.problems import UserError
from data.store.opening import Store
from data.units.known import find_table
from scoring.messages import Problem
from scoring.table import Table


@dataclass(frozen=True)
class GivenTable:
    """The table, and what its check only warns of (nothing for a loaded one: that was told when it was loaded)."""

    table: Table
    warnings: tuple[Problem, ...] = ()


class TableRefused(UserError):
    """The file is no table: all its problems, each with the file's name, line and key."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        Exception.__init__(self, problems[0].code)
        self.problems = problems


def given_table(store: Store, named: str) -> GivenTable:
    """The table ``named``. A loaded code comes first; a file is checked against the shipped tables and never loaded.

    :class:`TableRefused` with every problem of the file; :class:`data.units.known.UnitRefused` when it is neither.
    """
    path = Path(named)
    if named in store.criteria.tables or not path.is_file():
        return GivenTable(find_table(store, named))
    (file,) = check_paths([path]).files
    problems = tuple(replace(one, place=f"{path.name} {one.place}") for one in file.problems)
    if file.table is None:
        raise TableRefused(problems)
    return GivenTable(file.table, problems)

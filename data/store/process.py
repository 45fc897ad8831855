"""The one store of this process: pages, routes and the command line ask for it here."""

import os
import threading
from functools import cache
from pathlib import Path

from data.criteria.folder import Criteria, load_folders
from data.problems import UserError
from data.store.opening import Store, folders_of, open_store
from scoring.messages import Message, _

_OPENING = threading.Lock()
HERE = Path(__file__).resolve().parents[2]
DEFAULT_FOLDER = HERE / "var" / "thuoc"
DEMO_FOLDER = HERE / "var" / "demo"
PROVINCE_FOLDER = HERE / "var" / "demo-province"


class FolderMissing(UserError):
    """A folder of criteria that was named is not there."""


def store_folder() -> Path:
    """``THUOC_STORE``, or ``var/thuoc`` beside the code."""
    given = os.environ.get("THUOC_STORE")
    return Path(given) if given else DEFAULT_FOLDER


def criteria_folders() -> tuple[Path, ...]:
    """Folders of tables beside the shipped ones: ``THUOC_CRITERIA``, several joined as in PATH."""
    given = os.environ.get("THUOC_CRITERIA", "")
    folders = tuple(Path(part) for part in given.split(os.pathsep) if part)
    for folder in folders:
        if not folder.is_dir():
            raise FolderMissing(
                "S004",
                Message(_("There is no folder {folder}."), {"folder": str(folder)}),
                Message(_("Correct --criteria or THUOC_CRITERIA.")),
            )
    return folders


def criteria_in_use() -> Criteria:
    """All tables of this computer, without opening the store: another process may hold it."""
    return load_folders(folders_of(store_folder(), criteria_folders()))


def current_store() -> Store:
    """Open the store once for this process. Errors for users (held, newer, damaged) are not remembered: try again."""
    with _OPENING:
        return _opened(store_folder(), criteria_folders())


@cache
def _opened(folder: Path, criteria: tuple[Path, ...]) -> Store:
    return open_store(folder, criteria)

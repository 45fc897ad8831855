"""Blocs (khối): which units are scored side by side and ranked with each other, read from ``blocs/*.yaml``."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, model_validator

from data.criteria.refusals import schema_problems
from data.criteria.schema import Keys, ReferenceKeys, Slug, Words, YesNo
from data.criteria.yaml_text import read_yaml
from scoring.messages import Message, Problem, _

FOLDER = "blocs"  # beside the tables of a folder of criteria


class Member(Keys):
    """A unit of the bloc. ``derived``: the document does not name it; that it belongs here is a reading of ours."""

    id: Slug
    name: Words
    name_en: str = ""
    derived: YesNo = False


class Published(Keys):
    """A rank that the document prints."""

    year: Annotated[int, Field(ge=2000, le=2100)]
    unit: Slug
    rank: Annotated[int, Field(ge=1)]


class Bloc(Keys):
    """One bloc, as its file has it. A ``demo`` bloc is shown only beside its own invented figures."""

    id: Slug
    status: Literal["official", "demo"]
    title: Words
    title_en: str = ""
    reference: ReferenceKeys
    results: tuple[Published, ...] = ()
    members: tuple[Member, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _known(self) -> "Bloc":
        ids = [member.id for member in self.members]
        if len(set(ids)) < len(ids):
            raise ValueError("member_twice")
        if any(result.unit not in ids for result in self.results):
            raise ValueError("rank_of_no_member")
        return self


@dataclass(frozen=True)
class BlocFile:
    """One file: its bloc, or ``None`` with the problems that refused it."""

    path: Path
    sha256: str
    bloc: Bloc | None
    problems: tuple[Problem, ...] = ()


def load_blocs(folders: Iterable[Path]) -> tuple[BlocFile, ...]:
    """Every ``blocs/*.yaml`` of the folders, sorted by name. A second file with the same id is refused."""
    found: list[BlocFile] = []
    for path in (path for folder in folders for path in sorted((folder / FOLDER).glob("*.yaml"))):
        loaded = load_bloc(path)
        if loaded.bloc is not None and any(one.bloc and one.bloc.id == loaded.bloc.id for one in found):
            loaded = BlocFile(path, loaded.sha256, None, (_same_id(loaded.bloc.id),))
        found.append(loaded)
    return tuple(found)


def load_bloc(path: Path) -> BlocFile:
    """One file, with all problems at line and key. A file that is no UTF-8 text is refused as one problem."""
    raw = path.read_bytes()
    digest = sha256(raw).hexdigest()
    try:
        source = read_yaml(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        what, cure = _("The file cannot be read ({what})."), _("Save it as UTF-8 text, and check that you may open it.")
        return BlocFile(path, digest, None, (Problem("C004", Message(what, {"what": "UTF-8"}), Message(cure)),))
    if source.problems:
        return BlocFile(path, digest, None, tuple(source.problems))
    try:
        return BlocFile(path, digest, Bloc.model_validate(source.content))
    except ValidationError as errors:
        return BlocFile(path, digest, None, tuple(schema_problems(errors.errors(include_url=False), source)))


def _same_id(bloc: str) -> Problem:
    return Problem(
        "C005",
        Message(_("Another file already has the id {id}."), {"id": bloc}),
        Message(_("Give this bloc an id of its own.")),
    )

"""What every command says and how: lists, JSON, refusals. Numbers in JSON are decimal texts, never floats."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from data.language import pick, render, translator
from data.problems import UserError, place_of
from scoring.messages import Problem

LANG = pick(os.environ.get("THUOC_LANG"))
t = translator(LANG)
REFUSED = 2


class Group(click.Group):
    """Shows a user's errors without a traceback. A bug keeps its traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as refused:
            tell(refused.problems)
            sys.exit(REFUSED)


@contextmanager
def refusing(as_json: bool, object_of: Callable[[tuple[Problem, ...]], object]) -> Iterator[None]:
    """With ``--json`` a refusal is the command's one object too; the exit code is the same."""
    try:
        yield
    except UserError as error:
        if not as_json:
            raise
        print_json(object_of(error.problems))
        sys.exit(REFUSED)


def print_json(found: object) -> None:
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


def show(found: list[dict[str, Any]], as_json: bool, columns: tuple[str, ...]) -> None:
    """A list as JSON, or as lines with tabs between."""
    if as_json:
        print_json(found)
        return
    for entry in found:
        click.echo("\t".join(", ".join(v) if isinstance(v := entry[c], list) else str(v) for c in columns))


def tell(problems: Iterable[Problem], file: str = "") -> None:
    """Each problem on the error stream: place, code, what, cure."""
    for one in problems:
        place = " ".join(part for part in (file, place_of(one, LANG)) if part)
        mark = f" ({t('warning')})" if one.severity == "warning" else ""
        said = f"{one.code}{mark}: {render(one.message, LANG)} {render(one.remedy, LANG)}"
        click.echo(f"{place}: {said}" if place else said, err=True)

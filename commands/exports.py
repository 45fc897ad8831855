"""Files out: the self-assessment with its evidence list."""

from pathlib import Path

import click

from commands.options import asked, common, which
from commands.output import LANG, t


@click.command(help=t("Write the self-assessment table with its evidence list."))
@which
@click.option("--format", "kind", default="xlsx", help=t("Kind of file."))
@click.option("--out", required=True, type=click.Path(path_type=Path), help=t("File or folder to write to."))
@common
def export(table: str, unit: str, month: str, kind: str, out: Path) -> None:
    from data.accounts.person import LOCAL
    from data.exports import export as make
    from data.store.process import current_store

    made = make(current_store(), LOCAL, *asked(table, unit, month), kind, LANG)
    path = out / made.name if out.is_dir() else out
    try:
        path.write_bytes(made.content)
    except OSError as wrong:
        raise click.FileError(str(path), hint=str(wrong.strerror)) from None
    click.echo(t("Written: {path}", path=str(path)))

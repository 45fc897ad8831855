"""Starting the web app, and the demo store that it can be tried with."""

import os
from pathlib import Path

import click

from commands.options import common
from commands.output import t


@click.command(help=t("Start the web app on this computer."))
@click.option("--demo", is_flag=True, help=t("Use the demo store (made if it is not there)."))
@click.option("--province", is_flag=True, help=t("Use the demo province of 20 departments (made if it is not there)."))
@click.option("--host", default="127.0.0.1", show_default=True, help=t("Address to listen on."))
@click.option("--port", default=8501, show_default=True, help=t("Port to listen on."))
@common
def serve(demo: bool, province: bool, host: str, port: int) -> None:
    if demo or province:
        demo_store(province=province)
    from data.evidence.sweep import sweep
    from data.store.process import current_store

    found = sweep(current_store())  # a store that cannot be opened is told here, before the pages are loaded
    if not found.clean:
        said = t(
            "Kept files that no row names: {rows}. Rows whose file is gone: {files}. Unfinished files: {parts}.",
            rows=len(found.without_row), files=len(found.without_content), parts=len(found.unfinished),
        )  # fmt: skip
        click.echo(said, err=True)
    from app import app
    from pages.routes.serve import serve as serve_pages

    click.echo(t("Open http://{host}:{port} in the browser. Stop with Ctrl+C.", host=host, port=str(port)))
    serve_pages(app, host, port)


@click.command(help=t("Make the demo store: invented figures, marked as such everywhere."))
@click.option("--province", is_flag=True, help=t("A province of 20 departments in place of one department."))
@common
def demo(province: bool) -> None:
    click.echo(t("The demo store is in {folder}.", folder=str(demo_store(province=province))))


def demo_store(*, province: bool = False) -> Path:
    """Make the demo store where ``--store`` points, else in ``var``; one that is there already is kept."""
    from data.demo.building import build_demo
    from data.demo.province import build_province
    from data.store.process import DEMO_FOLDER, PROVINCE_FOLDER, current_store

    os.environ.setdefault("THUOC_STORE", str(PROVINCE_FOLDER if province else DEMO_FOLDER))
    store = current_store()
    (build_province if province else build_demo)(store)
    return store.folder

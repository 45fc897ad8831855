"""Building the demo store through the very paths that an office uses: workbooks in, answers on screen, evidence on.

The figures stand in ``dien-bien-2022.yaml``; every row that they become is marked as demo, so that every page and every
export says so.
"""

from datetime import date
from pathlib import Path
from typing import Any

from data.accounts.person import DEMO
from data.criteria.yaml_text import read_yaml
from data.demo.paper import demo_paper
from data.demo.workbooks import filled_workbook
from data.evidence.attaching import attach
from data.evidence.document import Description, NewLink
from data.evidence.linking import link
from data.figures.checking import check_figure
from data.figures.raw import Raw
from data.figures.typed import Typed
from data.figures.writing import enter_figure
from data.imports.confirm import confirm
from data.imports.preview import preview
from data.imports.template import workbook_name
from data.problems import UserError
from data.store.opening import Store
from data.units.known import KnownUnit, find_table, find_unit
from scoring.messages import Message, _
from scoring.period import Month

FIGURES = Path(__file__).parent / "dien-bien-2022.yaml"


class DemoRefused(UserError):
    """The store holds real figures: demo data never stand beside them."""


def build_demo(store: Store) -> None:
    """Fill an empty store with the demo year. A store that holds demo figures is left as it is.

    :class:`DemoRefused` when the store holds anything that is not demo data.
    """
    rows = store.cursor().execute("SELECT demo FROM observation UNION ALL SELECT demo FROM evidence").fetchall()
    if any(not demo for (demo,) in rows):
        raise DemoRefused(
            "D001",
            Message(_("This store holds figures of an office; demo figures do not go beside them.")),
            Message(_("Choose another, empty folder with --store.")),
            str(store.folder),
        )
    if rows:
        return
    plan: Any = read_yaml(FIGURES.read_text(encoding="utf-8")).content
    unit = find_unit(store, DEMO, plan["unit"])
    _import_months(store, unit, plan)
    _answer(store, unit, plan)
    _attach(store, unit, plan)


def _import_months(store: Store, unit: KnownUnit, plan: Any) -> None:
    year = int(plan["year"])
    months = max(len(figures) for figures in plan["monthly"].values())
    for number in range(1, months + 1):
        month = Month(year, number)
        given = {code: row[number - 1] or "" for code, row in plan["monthly"].items() if len(row) >= number}
        for name in plan["tables"]:
            table = find_table(store, name)
            content = filled_workbook(table, unit, month, given)
            seen = preview(store, DEMO, table, unit.id, month, workbook_name(table, unit, month), content)
            confirm(store, DEMO, seen, partial=not seen.accepted, demo=True)


def _answer(store: Store, unit: KnownUnit, plan: Any) -> None:
    indicators = {code: i for name in plan["tables"] for code, i in find_table(store, name).indicators.items()}
    for number, code, answer in plan["typed"]:
        checked = check_figure(indicators[code], Raw(value=Typed(answer)))
        if checked.figure is None:
            raise ValueError(f"demo answer {code}: {answer}")
        enter_figure(store, DEMO, unit.id, Month(int(plan["year"]), int(number)), checked.figure, seen=None, demo=True)


def _attach(store: Store, unit: KnownUnit, plan: Any) -> None:
    year = int(plan["year"])
    for paper in plan["evidence"]:
        described = Description(
            paper["number"], date.fromisoformat(paper["issued_on"]), paper["issuer"], paper["abstract"]
        )
        content = demo_paper(["TAI LIEU MINH HOA - DEMO DOCUMENT", paper["file"], "Khong phai van ban that."])
        first, *others = dict.fromkeys(name for name, *_rest in paper["leaves"])
        links = {
            name: [NewLink(leaf, page, int(need)) for of, leaf, need, page in paper["leaves"] if of == name]
            for name in (first, *others)
        }
        attached = attach(
            store, DEMO, find_table(store, first), unit.id, year, content, paper["file"], described, links[first],
            no_state_secret=True, demo=True,
        )  # fmt: skip
        for name in others:
            link(store, DEMO, find_table(store, name), year, attached.document.id, links[name])

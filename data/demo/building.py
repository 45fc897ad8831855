"""Building the demo store through the very paths that an office uses: workbooks in, answers on screen, evidence on.

The figures and the order in which they came stand in ``dien-bien-2022.yaml``; every row that they become is marked as
demo, so that every page and every export says so.
"""

from datetime import date

from data.accounts.person import DEMO
from data.demo.paper import demo_paper
from data.demo.workbooks import filled_workbook
from data.demo.year import Delivery, DemoYear, read_year
from data.evidence.attaching import attach
from data.evidence.document import Description, NewLink
from data.evidence.linking import link
from data.figures.checking import check_figure
from data.figures.raw import Raw
from data.figures.reading import in_force
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
from scoring.table import Table


class DemoRefused(UserError):
    """The store holds real figures: demo data never stand beside them."""


def build_demo(store: Store, months: int = 12) -> None:
    """Add the demo year to a store, or what had come by the end of its first ``months``.

    A store that has it is left as it is; :class:`DemoRefused` when it holds anything that is not demo data.
    """
    refuse_beside_real(store)
    plan = read_year(months)
    if has_figures(store, [plan.unit]):
        return
    unit = find_unit(store, DEMO, plan.unit)
    for delivery in plan.deliveries():
        for name in plan.tables:
            _deliver(store, unit, find_table(store, name), Month(plan.year, delivery.month), delivery)
    _answer(store, unit, plan)
    _attach(store, unit, plan)


def refuse_beside_real(store: Store) -> None:
    """:class:`DemoRefused` for a store with an office's own figures or documents."""
    rows = store.cursor().execute("SELECT demo FROM observation UNION SELECT demo FROM evidence").fetchall()
    if any(not demo for (demo,) in rows):
        raise DemoRefused(
            "D001",
            Message(_("This store holds figures of an office; demo figures do not go beside them.")),
            Message(_("Choose another, empty folder with --store.")),
            str(store.folder),
        )


def has_figures(store: Store, units: list[str]) -> bool:
    """True when any of ``units`` has a figure."""
    return bool(store.cursor().execute("SELECT 1 FROM observation WHERE unit IN ? LIMIT 1", [units]).fetchall())


def _deliver(store: Store, unit: KnownUnit, table: Table, month: Month, delivery: Delivery) -> None:
    """One workbook through the import. What is to be refused is looked at and left: the import keeps its content."""
    figures = {code: text for code, text in delivery.figures.items() if code in table.indicators}
    if not figures:
        return
    stored = {}
    if delivery.again:
        in_year = in_force(store, DEMO, unit.id, month.year)
        stored = {one.indicator: one for one in in_year if one.month == month}
    content = filled_workbook(table, unit, month, figures, stored, delivery.notes, demo=True)
    name = workbook_name(table, unit, month)
    name = name.replace(".xlsx", " (2).xlsx") if stored else name
    seen = preview(store, DEMO, table, unit.id, month, name, content, demo=True)
    if not delivery.refused:
        confirm(store, DEMO, seen, partial=not seen.accepted, demo=True)
    elif seen.accepted:
        raise ValueError(f"demo month {month}: {table.id} should have been refused")


def _answer(store: Store, unit: KnownUnit, plan: DemoYear) -> None:
    indicators = {code: i for name in plan.tables for code, i in find_table(store, name).indicators.items()}
    for number, code, answer in plan.typed:
        checked = check_figure(indicators[code], Raw(value=Typed(answer)))
        if checked.figure is None:
            raise ValueError(f"demo answer {code}: {answer}")
        enter_figure(store, DEMO, unit.id, Month(plan.year, number), checked.figure, seen=None, demo=True)


def _attach(store: Store, unit: KnownUnit, plan: DemoYear) -> None:
    for paper in plan.evidence:
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
            store, DEMO, find_table(store, first), unit.id, plan.year, content, paper["file"], described, links[first],
            no_state_secret=True, demo=True,
        )  # fmt: skip
        for name in others:
            link(store, DEMO, find_table(store, name), plan.year, attached.document.id, links[name])

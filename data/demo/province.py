"""Building the demo province: a bloc of departments that do not exist, each with a year of figures."""

from data.accounts.person import DEMO
from data.demo.building import has_figures, refuse_beside_real
from data.demo.drawing import drawn, read_province
from data.figures.checking import check_figure
from data.figures.observation import NewFigure
from data.figures.writing import append_many
from data.store.opening import Store
from data.units.blocs import add_bloc
from data.units.known import find_table
from scoring.period import Month


def build_province(store: Store) -> None:
    """Add the demo province to a store without real figures; one that has it already is left as it is.

    Every figure passes the checks of an entry on screen, all are appended in one transaction, and all are marked as
    demo. :class:`data.demo.building.DemoRefused` when the store holds anything that is not demo data.
    """
    refuse_beside_real(store)
    province = read_province()
    bloc = store.criteria.blocs[province.bloc]
    if has_figures(store, [member.id for member in bloc.members]):
        return
    figures: list[tuple[str, Month, NewFigure]] = []
    for unit, month, indicator, raw in drawn(province, find_table(store, province.table)):
        checked = check_figure(indicator, raw)
        if checked.figure is None or checked.problems:
            raise ValueError(f"demo province {unit} {month} {indicator.code}: {raw} {checked.problems}")
        figures.append((unit, Month(province.year, month), checked.figure))
    add_bloc(store, DEMO, bloc)
    with store.writing() as cursor:
        append_many(cursor, DEMO, figures, demo=True)

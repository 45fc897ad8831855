"""Tình hình nộp số liệu: what each month owes, what came and when; who supplies it; every unit."""

from data.evidence.checking import VIETNAM
from data.figures.reading import in_force
from data.figures.reporting import imports_of_year, missing_once, month_reports
from data.imports.quarantine import refused_at
from data.language import format_moment, translator
from data.store.opening import now
from pages.lookup.around import head, look
from pages.lookup.reporting_months import months_card
from pages.lookup.reporting_once import once_card
from pages.lookup.reporting_suppliers import suppliers_card
from pages.lookup.reporting_units import units_card
from pages.parts.address import page_address, template_address
from pages.parts.card import card
from pages.parts.header import page_header
from pages.parts.language import current_language
from pages.parts.markup import Link, Note
from pages.parts.prose import buttons, say
from pages.parts.scope import Scope, current_scope, month_name


def show() -> None:
    look()
    scope, t = current_scope(), translator(current_language())
    if scope is None:
        page_header(t("Who has reported"))
        say(t("There is no unit or no criteria table yet. Put a criteria file into the folder of tables and restart."))
        return
    year, unit = scope.month.year, scope.unit.id
    stored = in_force(scope.store, scope.person, unit, year)
    imports = imports_of_year(scope.store, scope.person, unit, year)
    head(scope, t("Who has reported"), demo=any(one.demo for one in stored))
    if not any(one.indicator in scope.table.indicators for one in stored):
        _nothing_yet(scope)
    reports = month_reports(scope.table, stored, imports, year, (now() + VIETNAM).date())
    months_card(scope, reports)
    once_card(scope, missing_once(scope.table, stored))
    suppliers_card(scope, stored)
    units_card(scope)
    _refused(scope)


def _nothing_yet(scope: Scope) -> None:
    t = scope.t
    with card("nothing-yet", t("No figures yet"), t("Nothing of this table has been reported for {year}.",
                                                    year=str(scope.month.year))):  # fmt: skip
        words = t("Download the workbook of {month}", month=month_name(t, scope.month))
        buttons([Link(words, template_address(scope), download=True),
                 Link(t("Go to Submit figures"), page_address(scope, "figures"))])  # fmt: skip


def _refused(scope: Scope) -> None:
    """Refused uploads are kept without unit and month: a file that was refused is not believed about itself."""
    t, times = scope.t, refused_at(scope.store.folder / "refused", now())
    with card("refused", t("Refused uploads")):
        if times:
            at = format_moment(times[-1] + VIETNAM)
            say(t("In the last 30 days {count} files were refused on this system, the last at {at} (+07).",
                  count=len(times), at=at))  # fmt: skip
        else:
            say(t("No file was refused on this system in the last 30 days."))
        say(Note(t("A refused file is not recorded for a unit or month; nothing of it counts as reported.")))

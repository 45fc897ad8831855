"""What must stand on every page that shows a table nobody issued, only part of one, or figures nobody counted."""

from data.language import Translate
from pages.parts.markup import Badge
from scoring.table import Table


def marks(t: Translate, table: Table, *, demo: bool) -> list[Badge]:
    """The marks of a page about ``table``; ``demo``: something shown is invented."""
    found = [Badge(t("TEMPLATE – not an official criteria table"), "warn")] if table.template else []
    found += [Badge(t("EXCERPT – not the whole criteria table"), "warn")] if table.excerpt else []
    return [*found, Badge(t("DEMO DATA – invented figures"), "warn")] if demo else found

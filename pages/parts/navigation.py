"""The pages, by section, as one list: a new page is a module and a line here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from data.language import Translate, _
from pages.leadership import bloc, gaps, heatmap, overview, score, trend
from pages.lookup import compare, criteria, history, reporting
from pages.parts.choice import chosen
from pages.parts.language import KEY as LANGUAGE
from pages.parts.language import current_language
from pages.parts.plain import plain
from pages.work import evidence, export, figures

KEPT = ("lang", "unit", "table", "month", "goal", "bloc")


@dataclass(frozen=True)
class Entry:
    """One page: its title, the last part of its address (which people bookmark: never changed), icon, drawing."""

    title: str
    address: str
    icon: str
    show: Callable[[], None]


SECTIONS: Mapping[str, Sequence[Entry]] = MappingProxyType(
    {
        _("Leadership"): (
            Entry(_("Overview"), "overview", ":material/dashboard:", overview.show),
            Entry(_("Score table"), "score", ":material/table_view:", score.show),
            Entry(_("Points not earned"), "gaps", ":material/trending_down:", gaps.show),
            Entry(_("Trend by month"), "trend", ":material/show_chart:", trend.show),
            Entry(_("Heat map"), "heatmap", ":material/grid_on:", heatmap.show),
            Entry(_("Compare within the bloc"), "bloc", ":material/leaderboard:", bloc.show),
        ),
        _("Monthly work"): (
            Entry(_("Submit figures"), "figures", ":material/upload_file:", figures.show),
            Entry(_("Evidence"), "evidence", ":material/attach_file:", evidence.show),
            Entry(_("Export the self-assessment"), "export", ":material/download:", export.show),
        ),
        _("Look up"): (
            Entry(_("Criteria tables"), "criteria", ":material/menu_book:", criteria.show),
            Entry(_("Compare two tables"), "compare", ":material/compare_arrows:", compare.show),
            Entry(_("History of figures"), "history", ":material/history:", history.show),
            Entry(_("Who has reported"), "reporting", ":material/fact_check:", reporting.show),
        ),
    }
)


def navigation(pages: Mapping[str, st.Page], t: Translate) -> st.Page:
    """Tells Streamlit the pages of this run and returns the one to be drawn. Draws nothing itself, see ``menu``."""
    return st.navigation(
        {t(section): [pages[e.address] for e in entries] for section, entries in SECTIONS.items()}, position="hidden"
    )


def menu(pages: Mapping[str, st.Page], t: Translate, current: st.Page) -> None:
    """The menu in the sidebar. Streamlit's own one drops language, unit, table and month from the address."""
    # Without parameters Streamlit takes those of the address, whatever stands there.
    kept = kept_parameters() or ({LANGUAGE: current_language()} if st.query_params else {})
    with st.container(key="menu", gap=None):
        for section, entries in SECTIONS.items():
            st.caption(t(section))
            for entry in entries:
                if pages[entry.address].url_path == current.url_path:
                    with st.container(key="menu-current"):
                        _menu_line(pages[entry.address], entry, t, kept)
                else:
                    _menu_line(pages[entry.address], entry, t, kept)


def _menu_line(page: st.Page, entry: Entry, t: Translate, kept: Mapping[str, str]) -> None:
    st.page_link(page, label=t(entry.title), icon=entry.icon, width="stretch", query_params=dict(kept))


def link_to(address: str, label: str, t: Translate, **parameters: str) -> None:
    """A link to another page that keeps language and choice; ``parameters`` add to them (``leaf="2.1.3"``).

    KeyError when no page has this address: a bug.
    """
    st.page_link(pages_of(t)[address], label=plain(label), query_params={**kept_parameters(), **parameters})


def kept_parameters() -> dict[str, str]:
    """What a link within the product carries on: the language, and the choice once the address names one.

    As it is shown: an address that names what does not exist is told so once, and not carried on.
    """
    named = {key: st.query_params[key] for key in KEPT if key in st.query_params}
    shown = {key: value for key, value in vars(chosen()).items() if key in st.session_state}
    return {key: kept for key, value in named.items() if (kept := shown.get(key, value)) is not None}


def pages_of(t: Translate) -> dict[str, st.Page]:
    """Address to Streamlit page; the first entry of all is what the bare address shows.

    No icon here: Streamlit would make the browser fetch it from an outside host, as the icon of the tab.
    """
    entries = [entry for group in SECTIONS.values() for entry in group]
    return {e.address: st.Page(e.show, title=t(e.title), url_path=e.address, default=e is entries[0]) for e in entries}

"""Addresses within the product that keep what the reader has chosen: unit, table, month, language and goal."""

from urllib.parse import urlencode

import streamlit as st

from data.language import DEFAULT
from pages.parts.scope import GOAL, Scope


def page_address(scope: Scope, page: str, **parameters: str) -> str:
    """The address of ``page`` ("score"; "" is the first one) for the same choice; ``parameters`` add to it."""
    kept = {"unit": scope.unit.id, "table": scope.table.id, "month": str(scope.month)}
    kept |= {"lang": scope.lang} if scope.lang != DEFAULT else {}
    kept |= {GOAL: scope.goal} if scope.goal is not None else {}
    return f"/{page}?{urlencode({**kept, **parameters})}"


def template_address(scope: Scope) -> str:
    """The download of the month's workbook."""
    chosen = {"table": scope.table.id, "unit": scope.unit.id, "month": str(scope.month)}
    return f"/download/template?{urlencode(chosen)}"


def asked(name: str, known: tuple[str, ...]) -> str:
    """The parameter ``name`` of the address; the first known value when it says nothing or something else."""
    given = st.query_params.get(name, "")
    return given if given in known else known[0]

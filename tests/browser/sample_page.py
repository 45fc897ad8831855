"""One of each thing that Streamlit and our parts draw; takes the place of the overview in a copy of the product."""

from fractions import Fraction

import streamlit as st

from pages.parts.card import card, figures_row
from pages.parts.chart import Chart, draw
from pages.parts.choice import chosen
from pages.parts.download import download_link
from pages.parts.header import page_header
from pages.parts.markup import Badge, Bar, Link, Note, Stack, Strong
from pages.parts.table import Column, Section, table

HOSTILE = "<img src=x onerror=alert(1)> [a](http://evil.example) ![b](http://evil.example/b.png) $x$ :red[c]"


def show() -> None:
    if st.query_params.get("fail"):
        raise RuntimeError("inner secret")
    page_header("Mẫu", HOSTILE, [Badge(HOSTILE, "warn")])
    st.text(" / ".join(str(value) for value in (chosen().unit, chosen().table, chosen().month)))
    with figures_row() as row:
        for number in range(6):
            row.metric("Điểm tự chấm", f"{number},9 / 100", "+0,4", border=True, height="stretch", chart_data=[1, 3, 2])
    with card("chart", "Biểu đồ", HOSTILE):
        _chart()
    with card("table", "Bảng"):
        columns = [
            Column("Mã"),
            Column("Tiêu chí", "wide"),
            Column("Điểm", "number"),
            Column("%"),
            Column("Nguồn", "wide"),
        ]
        cells = [
            Strong("1.1"),
            HOSTILE,
            "2,54",
            Bar(Fraction(2, 3), "66,67%"),
            Stack([Note(HOSTILE), Link("tệp", "/healthz")]),
        ]
        table(columns, [Section("I. Chỉ đạo", "8,1 / 9,5"), cells, cells], "Bảng điểm", "sample-table")
        download_link("Tải về", "/healthz", primary=True)
    with card("form", "Biểu mẫu"):
        st.file_uploader("Tệp", type=["xlsx", "pdf"], key="file")
        st.selectbox("Trống", ["a", "b"], index=None)
        st.multiselect("Nhiều", ["a", "b"])
        st.number_input("Số", value=None)
        st.text_input("Chữ")
        st.date_input("Ngày", value=None, format="DD/MM/YYYY")


def _chart() -> None:
    chart = Chart()
    chart.add_bar(y=["I. Chỉ đạo, điều hành cải cách hành chính", "II"], x=[1234.5, 92], orientation="h")
    draw(chart, key="sample-chart", alt="Điểm theo lĩnh vực", lang="vi", height=260)

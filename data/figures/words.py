"""One month's figure in words, and where it came from: the same on every page."""

from datetime import date, timedelta

from data.accounts.person import shown_name
from data.figures.observation import NewFigure, Observation
from scoring.day_words import nothing_arose_message
from scoring.indicator import Indicator, Measure
from scoring.messages import Message, Percent, _
from scoring.quantity import State

VIETNAM = timedelta(hours=7)


def figure_message(indicator: Indicator | None, figure: NewFigure) -> Message:
    """850/1.000 = 85%, 86,6%, có, 31/10/2026, không phát sinh. ``None``: an indicator that no table has any more."""
    if figure.state is State.NOTHING_AROSE:
        return nothing_arose_message(indicator)
    if figure.state is State.NOT_APPLICABLE:
        return Message(_("not applicable"))
    if figure.numerator is not None and figure.denominator:
        values = {"numerator": figure.numerator, "denominator": figure.denominator}
        share = Percent(figure.numerator / figure.denominator)
        return Message(_("{numerator}/{denominator} = {share}"), {**values, "share": share})
    return Message("{value}", {"value": _value(indicator, figure)})


def came_from(observation: Observation) -> Message:
    """The file, sheet and cells that a figure was read from, or that it was typed; who entered it and when."""
    values: dict[str, object] = {
        "file": observation.file_name,
        "sheet": observation.sheet,
        "cells": observation.cells,
        "name": shown_name(observation.person_name),
        "at": observation.acted_at + VIETNAM,
    }
    if observation.import_seq is None:
        return Message(_("typed by {name}, {at}"), values)
    return Message(_("{file}, sheet {sheet}, cell {cells}; {name}, {at}"), values)


def _value(indicator: Indicator | None, figure: NewFigure) -> object:
    value = figure.value
    if value is None or indicator is None:
        return value
    if indicator.measure is Measure.YES_NO:
        return bool(value)
    if indicator.measure is Measure.DATE:
        return date.fromordinal(int(value))
    if indicator.measure is Measure.PERCENT:
        return Percent(value / 100)
    if indicator.measure is Measure.CHOICE:
        return next((option.title for option in indicator.options if option.value == value), value)
    return value

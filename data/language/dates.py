"""Days and months in writing. Both languages write dd/mm/yyyy: the readers are in one country."""

from datetime import date, datetime


def format_date(day: date) -> str:
    """``31/10/2026``."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def format_moment(moment: datetime) -> str:
    """``31/10/2026 08:30``, in the zone the moment is given in."""
    return f"{format_date(moment.date())} {moment.hour:02}:{moment.minute:02}"


def format_month(month: str) -> str:
    """``2026-10`` (how the store and the addresses write a month) as ``10/2026``. ValueError when it is not a month."""
    first = date.fromisoformat(f"{month}-01")
    return f"{first.month:02}/{first.year:04}"

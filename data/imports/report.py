"""The preview as one object for programs: the stable contract of ``thuoc import --json``."""

from data.imports.preview import Preview
from data.imports.problems import ImportProblem
from data.language import render


def as_json(seen: Preview, *, partial: bool = False) -> dict[str, object]:
    """Plain texts, whole numbers and ``None``: numbers are decimal texts, per cent in points, ``None`` for blank.

    With ``partial``, ``accepted`` says whether the good rows can be stored although others are refused.
    """
    return {
        "accepted": seen.accepted or (partial and seen.accepted_in_part),
        "month": str(seen.month) if seen.month else None,
        "unit": seen.unit,
        "sha256": seen.sha256,
        "rows": [
            {
                "code": row.code,
                "name": row.name,
                "unit": row.unit,
                "numerator": row.numerator,
                "denominator": row.denominator,
                "value": row.value,
                "note": row.note,
            }
            for row in seen.rows
        ],
        "problems": [_problem(found) for found in seen.problems],
        "skipped": [{"row": skipped.row, "why": render(skipped.why, "vi")} for skipped in seen.skipped],
    }


def _problem(found: ImportProblem) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity,
        "sheet": found.sheet or None,
        "row": found.row,
        "column": found.column,
        "value": found.value,
        "message_vi": render(found.message, "vi"),
        "message_en": render(found.message, "en"),
        "remedy_vi": render(found.remedy, "vi"),
    }

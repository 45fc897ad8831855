"""The preview as one object for programs: the stable contract of ``thuoc import --json``."""

from collections.abc import Sequence

from data.imports.confirm import against
from data.imports.preview import Preview
from data.language import render
from data.problems import problem_object
from scoring.messages import Problem


def as_json(seen: Preview, *, partial: bool = False, supersede: bool = False) -> dict[str, object]:
    """Plain texts, whole numbers and ``None``: numbers are decimal texts, per cent in points, ``None`` for blank.

    With ``partial``, ``accepted`` says whether the good rows can be stored although others are refused; without
    ``supersede`` a file that takes corrections back is not accepted. A register's skipped row names its sheet.
    """
    return {
        "accepted": not against(seen, partial=partial, supersede=supersede),
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
        "problems": [problem_object(found) for found in told(seen, partial=partial, supersede=supersede)],
        "skipped": [
            *({"row": skipped.row, "why": render(skipped.why, "vi")} for skipped in seen.skipped),
            *(
                {"row": skipped.row, "why": render(skipped.why, "vi"), "sheet": sheet}
                for sheet, skipped in seen.registers.skipped
            ),
        ],
    }


def told(seen: Preview, *, partial: bool = False, supersede: bool = False) -> tuple[Problem, ...]:
    """The preview's problems, and the question that stands in the way of storing it."""
    asks = (found for found in against(seen, partial=partial, supersede=supersede) if found.code == "I154")
    return *seen.problems, *asks


def refused(unit: str, month: str, problems: Sequence[Problem]) -> dict[str, object]:
    """The same object for an import that could not even begin: no file, no such unit, table or month, no store.

    ``unit`` as it was asked for; ``month`` too, and ``None`` where it is the month that is none.
    """
    return {
        "accepted": False,
        "month": None if any(found.code == "U007" for found in problems) else month,
        "unit": unit,
        "sha256": None,
        "rows": [],
        "problems": [problem_object(found) for found in problems],
        "skipped": [],
    }

"""What can be wrong with the sheet of a register: stable code -> what it refuses, severity, what is wrong, the cure."""

from data.figures.refusals import ERROR, WARNING
from scoring.messages import _

# An error refuses the figures formed from the register; all other figures can be stored knowingly. Never a single row:
# a sum without it would be wrong.
REGISTER = "register"

REGISTER_CODES: dict[str, tuple[str, str, str, str]] = {
    "I160": (
        REGISTER,
        WARNING,
        _("The sheet of “{title}” is not in the file: the figures formed from it are not reported."),
        _("Take the sheet from the month's form, fill it in, and upload the file again."),
    ),
    "I161": (
        REGISTER,
        ERROR,
        _("The headings of “{title}” were not found on its sheet."),
        _("Give the columns their names: {names}."),
    ),
    "I162": (
        REGISTER,
        ERROR,
        _("The column “{name}” is missing."),
        _("Add it, with this heading: the figures are formed from it."),
    ),
    "I163": (
        REGISTER,
        ERROR,
        _("“{title}” stands on two sheets: {sheets}."),
        _("Keep all rows of the month on one of them."),
    ),
    "I164": (REGISTER, ERROR, _("The heading “{text}” stands there twice."), _("Keep one of the two columns.")),
    "I165": (
        REGISTER,
        ERROR,
        _("“{name}” is blank in this row."),
        _("Fill it in, or delete the row: a blank is not taken for 0, and the figure cannot be formed without it."),
    ),
    "I166": (
        REGISTER,
        ERROR,
        _("“{text}” stands there twice (rows {rows})."),
        _("Keep one row for each, or tell them apart."),
    ),
    "I167": (
        REGISTER,
        ERROR,
        _("“{text}” is said, but there are {count} rows."),
        _("Keep either the words or the rows."),
    ),
    "I168": (
        REGISTER,
        WARNING,
        _("“{title}” has no row, and nothing says that there was none: its figures are not reported."),
        _("If nothing arose in the month, choose “không phát sinh” above the headings."),
    ),
    "I169": (
        REGISTER,
        ERROR,
        _("The working days between the two days are not known."),
        _("Correct the days: they lie more than a year from the month."),
    ),
    "I170": (
        REGISTER,
        ERROR,
        _("The row comes to {number}, which cannot be stored exactly."),
        _("Write numbers with fewer decimals."),
    ),
    "I171": (
        REGISTER,
        ERROR,
        _("“{text}” is no value of a row."),
        _("Write the value, or delete the row. Whether anything arose is said once, above the headings."),
    ),
    "I172": (
        REGISTER,
        ERROR,
        _("“{text}” stands below a blank row: nobody knows whether it is a row of the register."),
        _("Delete the blank row, or move the note to another sheet."),
    ),
}

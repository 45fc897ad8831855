"""What can be wrong with one figure: stable code -> severity, what is wrong, what to do.

The same codes on screen, in the preview of a workbook and in ``import --json``. ``{text}`` is what was typed.
"""

from scoring.messages import _

WARNING, ERROR = "warning", "error"

REFUSALS: dict[str, tuple[str, str, str]] = {
    "F101": (
        WARNING,
        _("No figure is given: it counts as not yet reported."),
        _("Nothing is stored and nothing erased. If nothing arose in the month, choose “không phát sinh”."),
    ),
    "F102": (
        ERROR,
        _("“{text}” is not a number."),
        _("Write digits only, such as 1234,5. Not known yet: leave it blank. Nothing arose: choose “không phát sinh”."),
    ),
    "F103": (ERROR, _("“{text}” is below zero."), _("A count or a share cannot be negative; correct it.")),
    "F104": (ERROR, _("“{text}” is not a whole number."), _("Write the count itself, without decimals.")),
    "F105": (
        ERROR,
        _("The numerator {numerator} is greater than the denominator {denominator}."),
        _("The numerator counts some of the denominator's cases: check both, perhaps they are exchanged."),
    ),
    "F106": (ERROR, _("{number}% is more than 100%."), _("Write the percentage in points, such as 86,6.")),
    "F107": (ERROR, _("One of numerator and denominator is missing."), _("Fill in both, or neither.")),
    "F108": (
        ERROR,
        _("The numerator is {numerator} but the denominator is 0."),
        _("Correct the denominator. If nothing arose, write 0 and 0, or choose “không phát sinh”."),
    ),
    "F109": (
        ERROR,
        _("“{text}” is not numerator over denominator, which is {points}%."),
        _("Correct the one that is wrong, or leave the value blank: it follows from the two counts."),
    ),
    "F110": (
        ERROR,
        _("Only a value is given, without numerator and denominator."),
        _("Fill in the two counts: a percentage alone cannot be added up over the months."),
    ),
    "F111": (
        ERROR,
        _("“{text}” may mean {decimal} or {thousands}."),
        _("Write it without a thousands mark, or with all its decimals, so that there is only one reading."),
    ),
    "F112": (WARNING, _("“{text}” was read as {number}."), _("Correct it if it means something else.")),
    "F113": (
        ERROR,
        _("“{text}” may mean {share}% or {points}%."),
        _("Write the percentage with its sign, such as 86,6%."),
    ),
    "F114": (
        ERROR,
        _("“{text}” contradicts “không phát sinh” or “không áp dụng” in the same row."),
        _("Keep either the words or the numbers."),
    ),
    "F115": (ERROR, _("“{text}” is greater than {most}."), _("Check the unit of measurement: {unit}.")),
    "F116": (ERROR, _("“{text}” has more than {decimals} decimals."), _("Round it to {decimals} decimals or fewer.")),
    "F117": (ERROR, _("“{text}” is neither yes nor no."), _("Answer “có” or “không”.")),
    "F118": (ERROR, _("“{text}” is none of the options."), _("Choose one of: {options}.")),
    "F119": (
        ERROR,
        _("“{text}” is not a day between 2000 and 2100."),
        _("Write day/month/year, such as 31/10/2026."),
    ),
    "F130": (
        ERROR,
        _("The figure is formed from the rows of the register {register}: it is not typed."),
        _("Fill in the rows on the register's own sheet of the month's workbook, and leave this figure blank."),
    ),
    "F120": (ERROR, _("The note is longer than {most} characters."), _("Shorten it; attach long texts as evidence.")),
    "F121": (
        WARNING,
        _("“{text}” is not stored: this indicator takes its value only."),
        _("Leave numerator and denominator blank here."),
    ),
    "F122": (
        ERROR,
        _("“{text}” is a percentage, but the figure is a number of: {unit}."),
        _("Write the number itself, without a per cent sign or format."),
    ),
    "F123": (
        ERROR,
        _("“{text}” is a date where a number belongs."),
        _("Excel may have turned the number into a date: format the cell as a number and type it again."),
    ),
    "F124": (
        ERROR,
        _("The value is missing; numerator and denominator are not used for this indicator."),
        _("Write the figure in the column Giá trị."),
    ),
    "F125": (
        WARNING,
        _("The note speaks of a state, but no figure is given: it counts as not yet reported."),
        _("To report it, choose “không phát sinh” or “không áp dụng” in the column Giá trị."),
    ),
    "F126": (WARNING, _("“{text}” was read as {number}%."), _("Correct it if it means something else.")),
    "F127": (
        ERROR,
        _("“{text}” does not answer this figure."),
        _("A count of nothing is 0. A question is answered, or does not apply. Not known yet: leave it blank."),
    ),
    "F128": (
        ERROR,
        _("{number} lies outside {least} to {most}."),
        _("Write the points as given, between these two."),
    ),
    "F129": (
        ERROR,
        _("Working days are counted here, and “{text}” lies outside the calendar from {first} to {last}."),
        _("Check the year of the day."),
    ),
}

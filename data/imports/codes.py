"""What can be wrong with a workbook: stable code -> what it refuses, severity, what is wrong, what to do."""

from data.figures.refusals import ERROR, WARNING
from data.imports.register_codes import REGISTER_CODES
from scoring.messages import _

FILE, ROW = "file", "row"  # what an error refuses: the whole file, or one row (the other rows can be stored knowingly)
SAVE_AS_XLSX = _("Open it in Excel, choose File > Save As, type “Excel Workbook (.xlsx)”, and upload that file.")
# What no program turns into the month's form is told by its name, with a cure that can work.
NOT_A_SHEET = _("This file is {kind}, not a spreadsheet.")
OTHER_FILE = _("Upload the month's form as downloaded from here, filled in and saved in Excel.")
UNPACK = _("Unpack it, and upload the month's form that is inside (.xlsx).")
_ARCHIVE, _IMAGE = _("an archive ({kind})"), _("an image ({kind})")
NO_SHEETS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("ZIP", "RAR", "7-Zip", "gzip"), (_ARCHIVE, UNPACK)),
    **dict.fromkeys(("PNG", "JPEG", "GIF", "TIFF"), (_IMAGE, OTHER_FILE)),
    **dict.fromkeys(
        ("PDF", "RTF", "Word .docx", "Word 97-2003 (.doc)", "PowerPoint .pptx"), (_("a document ({kind})"), OTHER_FILE)
    ),
    "Parquet": (_("a data file ({kind})"), OTHER_FILE),
}
RETYPE = _("Copy the figures into a new form of this month and upload that.")

CODES: dict[str, tuple[str, str, str, str]] = {
    # The file as a whole
    "I100": (
        FILE,
        ERROR,
        _("The file {name} cannot be read: it is not there, it is a folder, or it may not be opened."),
        _("Check the name and the folder, and run the command again."),
    ),
    "I101": (FILE, ERROR, _("The file is named {ending} but its content is {kind}."), SAVE_AS_XLSX),
    "I109": (FILE, ERROR, _("The content is {kind}; figures are read from .xlsx."), SAVE_AS_XLSX),
    "I102": (
        FILE,
        ERROR,
        _("The file has a password."),
        _("Remove the password (File > Info > Protect Workbook) and upload the file again."),
    ),
    "I103": (FILE, ERROR, _("The file holds macros."), SAVE_AS_XLSX),
    "I104": (FILE, ERROR, _("The file is too large: {size} MB, at most {most} MB."), RETYPE),
    "I105": (FILE, ERROR, _("The file is too large once unpacked: {size} MB, at most {most} MB."), RETYPE),
    "I106": (FILE, ERROR, _("The file is packed in a suspicious way ({part})."), RETYPE),
    "I107": (FILE, ERROR, _("The file holds an unsafe XML declaration ({part})."), RETYPE),
    "I110": (
        FILE,
        ERROR,
        _("The file is damaged or incomplete."),
        _("Open it in Excel, let it be repaired, save it, and upload it again."),
    ),
    "I111": (
        FILE,
        ERROR,
        _("There is content at cell {cell}: a monthly form has at most {rows} rows and {columns} columns."),
        _("Delete what stands far outside the form, save, and upload again."),
    ),
    "I112": (
        FILE,
        ERROR,
        _("The heading of the form was not found. Missing: {missing}."),
        _("Use the product's form of this month, or give the columns its names: {names}."),
    ),
    "I113": (
        FILE,
        ERROR,
        _("Two sheets hold the form: {sheets}."),
        _("Keep one of them visible: delete or hide the other."),
    ),
    "I114": (FILE, ERROR, _("The column “{name}” is missing."), _("Add it with its codes: the code names the figure.")),
    "I115": (
        FILE,
        ERROR,
        _("The column “{name}” stands there twice."),
        _("Keep one of the two, or give the other another name."),
    ),
    "I116": (
        FILE,
        ERROR,
        _("The form stands on a hidden sheet: {sheets}."),
        _("Unhide the sheet (right click on a sheet's tab > Unhide) and upload again."),
    ),
    "I117": (
        FILE,
        ERROR,
        _("The text is in the old font encoding {font}."),
        _("Convert it to Unicode (for instance with Unikey) and upload it again."),
    ),
    "I118": (FILE, ERROR, _("The file holds no row with an indicator of this table."), RETYPE),
    # For whom and for which month
    "I120": (
        FILE,
        ERROR,
        _("The month is neither chosen nor said in the file."),
        _("Choose the month, or write it in the title: “Tháng 6 năm 2022”."),
    ),
    "I121": (
        FILE,
        ERROR,
        _("The file and the choice name different months: {sources}."),
        _("Choose the right month, or correct the file (title, name)."),
    ),
    "I122": (FILE, ERROR, _("“{text}” is no month."), _("Write the month as “Tháng 6 năm 2022”.")),
    "I123": (
        FILE,
        WARNING,
        _("The file does not say its month; the chosen one is used: {month}."),
        _("Make sure that the figures are those of this month."),
    ),
    "I124": (
        FILE,
        ERROR,
        _("The form was made for another unit: {other}."),
        _("Upload the form of {unit}, or choose the other unit."),
    ),
    "I125": (
        FILE,
        WARNING,
        _("The form was made for another table ({other})."),
        _("The codes decide: one code is one number in all tables. Check that nothing is missing."),
    ),
    "I126": (
        FILE,
        WARNING,
        _("The form was made for another edition of the table ({other})."),
        _("The codes decide. Download the new form for the coming months."),
    ),
    "I127": (
        FILE,
        WARNING,
        _("This very file was imported on {day} by {name}."),
        _("Figures that are the same are not stored again."),
    ),
    "I128": (FILE, ERROR, _("There is no unit {unit} for this table."), _("Choose a unit that the table is for.")),
    "I144": (
        FILE,
        ERROR,
        _("The form is marked as demo data: its figures are invented, they are none of {unit}."),
        _("Download the empty form of your own unit, fill in its real figures, and upload that."),
    ),
    "I143": (
        FILE,
        WARNING,
        _("The form is marked as demo data: its figures are stored as demo data."),
        _("For real figures, download the empty form, and fill that in."),
    ),
    "I119": (
        FILE,
        ERROR,
        _("The table “{table}” is not in force in {month}: it is for {time}."),
        _("Choose a month of that time, or the table of this month."),
    ),
    "I129": (
        FILE,
        ERROR,
        _("“{text}” is not one month."),
        _("A file holds the figures of one month: upload one for each, with the title “Tháng 6 năm 2022”."),
    ),
    # Rows
    "I130": (
        ROW,
        ERROR,
        _("Cell {cell} holds a formula without a stored result."),
        _("Open the file in Excel, save it, upload it again."),
    ),
    "I131": (ROW, ERROR, _("Cell {cell} holds the error {text}."), _("Mend the formula, or type the number.")),
    "I132": (
        ROW,
        ERROR,
        _("The code “{text}” is not an indicator of this table."),
        _("Take the code from the form of this month."),
    ),
    "I133": (
        ROW,
        ERROR,
        _("The code “{text}” is not an indicator of this table; the name is that of {code}."),
        _("If that is meant, write {code} in the column Mã chỉ tiêu."),
    ),
    "I134": (
        ROW,
        ERROR,
        _("Excel has made a number or a date of the code (“{text}”)."),
        _("Format the column as text and take the code from the form of this month{suggestion}."),
    ),
    "I135": (
        ROW,
        ERROR,
        _("The row has figures but no code."),
        _("Write the code from the form of this month{suggestion}, or delete the row."),
    ),
    "I136": (
        ROW,
        WARNING,
        _("{code} stands there twice with the same figures (rows {rows})."),
        _("It is stored once; delete one of the rows."),
    ),
    "I137": (
        ROW,
        ERROR,
        _("{code} stands there twice with different figures (rows {rows})."),
        _("Neither is stored; keep the right row only."),
    ),
    "I138": (
        ROW,
        WARNING,
        _("The row is hidden, and it was read."),
        _("Unhide it and check it, or delete it if it must not count."),
    ),
    "I139": (
        ROW,
        ERROR,
        _("The code is {code}, but the name is that of {other}."),
        _("Correct the one that is wrong; perhaps rows have slipped."),
    ),
    "I140": (
        ROW,
        WARNING,
        _("The name “{text}” is not the name of {code}: “{name}”."),
        _("The code decides. Check that the figures stand in the right row."),
    ),
    "I141": (
        ROW,
        WARNING,
        _("The unit of measurement “{text}” is not that of the indicator: {unit}."),
        _("The number is taken as it is. Convert it if it was counted otherwise."),
    ),
    "I142": (
        ROW,
        WARNING,
        _("The stored figure was corrected on screen on {at} by {name}, after {after} (reason: {reason})."),
        _("Storing the file would take the correction back. To keep it, write it into the file and upload that."),
    ),
    # When storing
    "I150": (
        FILE,
        ERROR,
        _("The file has errors; nothing was stored."),
        _("Correct the file and upload it again, or choose to store the good rows only."),
    ),
    "I151": (
        FILE,
        ERROR,
        _("{name} stored figures of this unit and month while you were looking at the preview."),
        _("Look at the new preview, then confirm it if it is still right. Nothing was stored."),
    ),
    "I153": (
        FILE,
        ERROR,
        _("Somebody is importing figures of this unit for {month} right now: {name}."),
        _("Nothing of yours was stored. Wait a moment, look at the new preview, then confirm it if it is still right."),
    ),
    "I154": (
        FILE,
        ERROR,
        _("The file would take back {count} figures that were corrected on screen after an import."),
        _(
            "If the file is right, tick the box that says so (on the command line: --supersede-corrections). "
            "If the corrections are right, write them into the file and upload it again."
        ),
    ),
    "I152": (
        FILE,
        ERROR,
        _("There is no good row to store."),
        _("Correct the file and upload it again."),
    ),
    # Registers
    **REGISTER_CODES,
}

"""What goes out: the self-assessment table with its evidence list, in the formats of ``FORMATS``."""

from data.exports.formats import FORMATS, Exported, ExportRefused, Format, export

__all__ = ["FORMATS", "ExportRefused", "Exported", "Format", "export"]

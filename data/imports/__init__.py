"""Imports: the month's workbook out and in. Nothing is stored before somebody has seen the preview and confirmed it."""

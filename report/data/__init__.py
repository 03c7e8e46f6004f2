"""Data out and in again: tables, a workbook and JSON in one ZIP, and reading a track from it."""

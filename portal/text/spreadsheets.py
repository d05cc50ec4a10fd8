"""Cells that no spreadsheet runs as a formula, in every file that leaves the site as CSV.

A text that begins with "=" is a formula to a spreadsheet, and may send what stands in other cells
somewhere else. Wagtail writes the texts of its exports as they are. In its XLSX files they are marked as
texts and harmless.
"""

import csv
import re
from io import StringIO

FORMULA = re.compile(r"\A(?:[\t\r\n]|\s*+[=+\-@\uff1d\uff0b\uff0d\uff20])")
# A negative number is a number and nothing else; so it stays one for who reads the file by program.
NUMBER = re.compile(r"\A-?[0-9]++(?:\.[0-9]++)?")


def safe_cell(value):
    """Return the value, or the text with the apostrophe before it that makes it a text to a spreadsheet."""
    # Nearly every text begins with a letter or digit, and to ask that is quicker.
    if not isinstance(value, str) or value[:1].isalnum():
        return value
    return f"'{value}" if FORMULA.match(value) and not NUMBER.fullmatch(value) else value


def _safe_line(line: bytes) -> bytes:
    """Return one written line, which may hold line breaks inside of a cell, with safe cells."""
    out = StringIO()
    cells = (map(safe_cell, row) for row in csv.reader(StringIO(line.decode(), newline="")))
    csv.writer(out).writerows(cells)
    return out.getvalue().encode()


def make_safe(response):
    """Make the cells of a response safe if it is a CSV file, which Wagtail streams line by line."""
    if response.streaming and response.get("Content-Type", "").startswith("text/csv"):
        response.streaming_content = map(_safe_line, response.streaming_content)
    return response

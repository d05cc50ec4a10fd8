"""Records as CSV, line by line, so that no number of them fills the memory."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import batched, chain

from django.http import StreamingHttpResponse

from ..text.characters import clean_all, is_clean
from ..text.spreadsheets import safe_cell

CONTENT_TYPE = "text/csv; charset=utf-8"


# Lines that are sent together: each piece costs the server as much as some lines cost us.
LINES = 100


def _cells(record: dict, names: Iterable[str]) -> list:
    """Return the record's cells, cleaned. Texts were cleaned when they came in: so all are asked at once."""
    cells = [record[name] for name in names]
    if not is_clean("".join(cell for cell in cells if isinstance(cell, str))):
        cells = clean_all(cells)
    return [safe_cell(cell) for cell in cells]


def lines(records: Iterable[dict], names: tuple[str, ...]) -> Iterator[str]:
    """Yield the header, then a line for each record, some lines at a time."""
    rows = chain([names], (_cells(record, names) for record in records))
    for some in batched(rows, LINES):
        text = StringIO(newline="")
        csv.writer(text).writerows(some)
        yield text.getvalue()


def csv_answer(
    request, records: Iterable[dict], names: tuple[str, ...], file_name: str
) -> StreamingHttpResponse:
    """Return the records as a file; for HEAD its headers alone, without asking for a single record."""
    # A stream has no length, also where nothing is streamed: a HEAD that said 0 would say something wrong.
    found = () if request.method == "HEAD" else lines(records, names)
    response = StreamingHttpResponse(found, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response

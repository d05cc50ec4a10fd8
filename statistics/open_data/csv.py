"""Records as CSV, line by line, so that no number of figures fills the memory."""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain

from django.http import StreamingHttpResponse

from portal.text.characters import clean_all
from portal.text.spreadsheets import safe_cell

from .columns import NAMES

CONTENT_TYPE = "text/csv; charset=utf-8"


class _Echo:
    """A file that hands back each line the CSV writer gives it."""

    def write(self, line):
        return line


def lines(records: Iterable[dict]) -> Iterator[str]:
    """Yield the header, then a line for each record."""
    writer = csv.writer(_Echo())
    rows = ([safe_cell(clean_all(record[name])) for name in NAMES] for record in records)
    return (writer.writerow(row) for row in chain([NAMES], rows))


def csv_answer(request, records: Iterable[dict], file_name: str) -> StreamingHttpResponse:
    """Return the records as a file; for HEAD its headers alone, without asking for a single record."""
    # A stream has no length, also where nothing is streamed: a HEAD that said 0 would say something wrong.
    found = () if request.method == "HEAD" else lines(records)
    response = StreamingHttpResponse(found, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response

"""The figures as files that anyone may use."""

import csv
from itertools import chain

from django.http import JsonResponse, StreamingHttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .records import FIELDS, all_records


class _Echo:
    """A file that hands back each line the CSV writer gives it."""

    def write(self, line):
        return line


def _open_to_all(response):
    """Let other sites' scripts read it: it is public data and carries nothing of the reader."""
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _cell(value):
    """Return a value that a spreadsheet will not run as a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


@require_safe
@cache_control(public=True, max_age=300)
def data_json(request):
    """Return every figure as JSON, with the version of the field names."""
    data = {"version": 1, "figures": list(all_records())}
    return _open_to_all(JsonResponse(data, json_dumps_params={"ensure_ascii": False}))


@require_safe
@cache_control(public=True, max_age=300)
def data_csv(request):
    """Return every figure as CSV with a header line, in UTF-8."""
    writer = csv.writer(_Echo())
    rows = ([_cell(record[name]) for name in FIELDS] for record in all_records())
    lines = (writer.writerow(row) for row in chain([FIELDS], rows))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="figures.csv"'
    return _open_to_all(response)

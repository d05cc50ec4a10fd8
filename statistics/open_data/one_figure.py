"""The data of one figure, below the address of its page."""

import json

from .answers import json_answer, open_to_all, unless_unchanged
from .columns import VERSION
from .csv_file import csv_answer
from .etags import tag_of
from .parameters import refuse_unknown
from .records import record_of


@open_to_all
def figure_data(request, figure, file: str):
    """Return a figure that visitors may read as ``data.json`` or ``data.csv``."""
    refuse_unknown(request.GET, ())
    row = record_of(figure)

    def make():
        if file.endswith(".csv"):
            return csv_answer(request, [row], f"{figure.slug}.csv")
        return json_answer({"version": VERSION, "figure": row})

    return unless_unchanged(request, tag_of(file, VERSION, json.dumps(row)), make)

"""What the CSV file holds, in the words of the W3C's “CSV on the Web”."""

import re

from portal.addresses import address_at

from .columns import COLUMNS, Column

CONTENT_TYPE = "application/csvm+json"


def _column(column: Column) -> dict:
    datatype = {"base": column.datatype}
    if column.allowed:
        datatype["format"] = f"^({'|'.join(re.escape(value) for value in column.allowed)})$"
    described = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": datatype,
        "required": not column.nullable,
    }
    return described | ({"schema:unitText": column.unit} if column.unit else {})


def metadata(query: str) -> dict:
    """Return the description of the CSV file that is filtered by the query, or of the whole one."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"data.csv?{query}" if query else "data.csv",
        "dc:title": "Figures on serious and organised crime",
        "dc:source": address_at("/statistics/"),
        "dc:description": "One line for each figure. Show its state and what it does not mean with it. "
        "A text that begins with =, +, -, @, a tab or a return has an apostrophe before it, so that no "
        "spreadsheet runs it.",
        "tableSchema": {"columns": [_column(column) for column in COLUMNS], "primaryKey": "url"},
    }

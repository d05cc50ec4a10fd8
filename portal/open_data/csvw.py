"""What a CSV file holds, in the words of the W3C's “CSV on the Web”."""

import re
from collections.abc import Iterable

from .columns import Column

CONTENT_TYPE = "application/csvm+json"
# Said of every file, since a program that compares cells would wonder.
GUARDED = (
    "A text that begins with =, +, -, @, a tab or a return has an apostrophe before it, so that no "
    "spreadsheet runs it."
)


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


def metadata(
    columns: Iterable[Column], url: str, title: str, source: str, description: str, **of_table: str
) -> dict:
    """Return the description of the CSV file at ``url``, as it stands beside this description.

    ``source`` is the address of the page for people; ``of_table`` is what else the schema says, such as
    ``primaryKey``.
    """
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": url,
        "dc:title": title,
        "dc:source": source,
        "dc:description": f"{description} {GUARDED}",
        "tableSchema": {"columns": [_column(column) for column in columns], **of_table},
    }

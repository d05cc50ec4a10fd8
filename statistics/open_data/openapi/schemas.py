"""What the answers hold, as JSON Schema."""

from ..column import Column
from ..columns import COLUMNS, NAMES, VERSION
from ..parameters import LAST_PAGE, MOST_PER_PAGE

_TYPES = {"number": "number", "integer": "integer"}
_FORMATS = {"anyURI": "uri", "dateTime": "date-time"}


def reference(name: str) -> dict:
    """Return a reference to a schema of this description."""
    return {"$ref": f"#/components/schemas/{name}"}


def _property(column: Column) -> dict:
    kind = _TYPES.get(column.datatype, "string")
    schema = {"type": [kind, "null"] if column.nullable and column.missing is None else kind}
    if column.allowed:
        empty = [column.missing] if column.nullable else []
        schema["enum"] = [*column.allowed, *empty]
    if written := _FORMATS.get(column.datatype):
        # Each branch says its type: programs that write clients skip a branch without one.
        given, empty = {"type": "string", "format": written}, {"type": "string", "const": ""}
        schema = {"anyOf": [given, empty]} if column.nullable else given
    meanings = "".join(f" “{value}”: {words}." for value, words in column.meanings.items())
    unit = f" Unit: {column.unit}." if column.unit else ""
    return {**schema, "description": column.description + meanings + unit}


def figure_schema() -> dict:
    """Return the schema of a record. It allows further fields, which a later release may add."""
    return {
        "type": "object",
        "description": "One figure. Where there is no value, numbers are null and texts are empty.",
        "required": list(NAMES),
        "properties": {column.name: _property(column) for column in COLUMNS},
    }


def _object(description: str, properties: dict, optional: tuple[str, ...] = ()) -> dict:
    return {
        "type": "object",
        "description": description,
        "required": [name for name in properties if name not in optional],
        "properties": properties,
    }


_VERSION = {"type": "integer", "const": VERSION, "description": "The version of the names of the fields."}
_ADDRESS = {"type": ["string", "null"], "format": "uri"}
SCHEMAS = {
    "Figures": _object(
        "One page of the list of figures.",
        {
            "version": _VERSION,
            "count": {
                "type": "integer",
                "minimum": 0,
                "description": "How many figures match, on all pages.",
            },
            "page": {"type": "integer", "minimum": 1, "maximum": LAST_PAGE},
            "page_size": {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE},
            "next": {**_ADDRESS, "description": "The address of the next page, or null on the last."},
            "previous": {**_ADDRESS, "description": "The address of the page before, or null on the first."},
            "figures": {"type": "array", "maxItems": MOST_PER_PAGE, "items": reference("Figure")},
        },
    ),
    "OneFigure": _object("One figure.", {"version": _VERSION, "figure": reference("Figure")}),
    "Problem": _object(
        "What is wrong with the request, as RFC 9457 says it.",
        {
            "title": {"type": "string"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string", "description": "A sentence that says what to do."},
            "parameter": {"type": "string", "description": "The parameter that is meant."},
            "allowed": {
                "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
                "description": "What may stand there: in words, or every value there is.",
            },
        },
        optional=("parameter", "allowed"),
    ),
    "Embed": _object(
        "HTML that shows the figure on another site, as oEmbed 1.0 says it.",
        {
            "version": {"type": "string", "const": "1.0"},
            "type": {"type": "string", "const": "rich"},
            "title": {"type": "string"},
            "provider_name": {"type": "string"},
            "provider_url": {"type": "string", "format": "uri"},
            "cache_age": {"type": "integer", "description": "Seconds for which the answer may be kept."},
            "html": {"type": "string", "description": "An iframe with a title, without script."},
            "width": {"type": "integer", "minimum": 1, "description": "Pixels."},
            "height": {"type": "integer", "minimum": 1, "description": "Pixels."},
        },
    ),
}

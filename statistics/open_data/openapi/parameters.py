"""What may be sent along, as OpenAPI says it: from the same bounds that the requests are read by."""

from portal.text.slugs import SLUG_PATTERN

from ...choices import State
from ..filters import categories_of_figures
from ..parameters import DESCRIPTIONS, FILTERS, NUMBERS, PAGING

IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The ETag of an earlier answer from this address.",
    "schema": {"type": "string"},
}
SLUG = {
    "name": "slug",
    "in": "path",
    "required": True,
    "description": "The last part of the address of the figure's page.",
    "schema": {"type": "string", "pattern": f"^{SLUG_PATTERN}$", "maxLength": 255},
}


def in_query(name: str, schema: dict, description: str, **more) -> dict:
    """Return a parameter that stands after the "?"."""
    return {"name": name, "in": "query", "description": description, "schema": schema, **more}


def _whole_number(name: str) -> dict:
    lowest, highest, usual = NUMBERS[name]
    schema = {"type": "integer", "minimum": lowest, "maximum": highest}
    return schema if usual is None else {**schema, "default": usual}


def _schema(name: str) -> dict:
    if name in NUMBERS:
        return _whole_number(name)
    if name == "state":
        return {"type": "string", "enum": State.values}
    # With none to choose from, no value is right.
    slugs = [category.slug for category in categories_of_figures()]
    return {"type": "string", "enum": slugs} if slugs else {"type": "string", "not": {}}


def _description(name: str) -> str:
    meanings = "".join(f" “{state}”: {state.explanation}" for state in State) if name == "state" else ""
    return DESCRIPTIONS[name] + meanings


def filters_and_paging() -> tuple[list[dict], list[dict]]:
    """Return the parameters that filter, and those that choose a page."""

    def described(names):
        return [in_query(name, _schema(name), _description(name)) for name in names]

    return described(FILTERS), described(PAGING)

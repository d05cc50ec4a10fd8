"""Every address of the data, with what may be asked there and what is answered."""

from django.urls import reverse

from .. import csvw
from . import answers
from .parameters import IF_NONE_MATCH, SLUG, filters_and_paging, in_query
from .schemas import reference

JSON = "application/json"
_OBJECT = {"type": "object"}
_EMBED_PARAMETERS = [
    in_query(
        "url",
        {"type": "string", "minLength": 1},
        "The address of a figure's page on this site.",
        required=True,
    ),
    in_query("format", {"type": "string", "enum": ["json"], "default": "json"}, "The only format is json."),
    in_query("maxwidth", {"type": "integer", "minimum": 1, "maximum": 9999}, "The most pixels across."),
    in_query("maxheight", {"type": "integer", "minimum": 1, "maximum": 9999}, "The most pixels down."),
]


def _without_content(answer: dict) -> dict:
    return {name: value for name, value in answer.items() if name != "content"}


def _address(
    name: str, summary: str, found: dict, parameters: list[dict], others: dict | None = None
) -> dict:
    """Return an address that can be read, asked about (HEAD) and asked for its rules (OPTIONS)."""
    replies = {"200": found, "304": answers.UNCHANGED, "400": answers.BAD_PARAMETER, **(others or {})}
    in_path = [parameter for parameter in parameters if parameter["in"] == "path"]
    asked = [parameter for parameter in parameters if parameter["in"] != "path"]
    return {
        **({"parameters": in_path} if in_path else {}),
        "get": {
            "operationId": f"get_{name}",
            "summary": summary,
            "parameters": [*asked, IF_NONE_MATCH],
            "responses": {**replies, "405": answers.NOT_ALLOWED},
        },
        "head": {
            "operationId": f"head_{name}",
            "summary": f"{summary} Only the headers.",
            "parameters": [*asked, IF_NONE_MATCH],
            "responses": {status: _without_content(answer) for status, answer in replies.items()},
        },
        "options": {
            "operationId": f"options_{name}",
            "summary": "What scripts of other sites may ask here.",
            "responses": {"204": answers.PREFLIGHT, **(others or {})},
        },
    }


def _of_one_figure() -> dict:
    gone = {"404": answers.NO_PAGE}
    as_json = answers.found("The figure.", JSON, reference("OneFigure"))
    as_csv = answers.found("A header and one line.", "text/csv", None, answers.FILE_NAME)
    return {
        "/statistics/{slug}/data.json": _address("figure_json", "One figure as JSON.", as_json, [SLUG], gone),
        "/statistics/{slug}/data.csv": _address("figure_csv", "One figure as CSV.", as_csv, [SLUG], gone),
    }


def _of_embedding() -> dict:
    found = answers.found("What to put into the other site.", JSON, reference("Embed"))
    others = {
        "404": answers.problem("The address is not that of a figure that anyone may read."),
        "501": answers.problem("There is no XML: only json."),
    }
    embed = _address(
        "embed", "How to show a figure on another site (oEmbed).", found, _EMBED_PARAMETERS, others
    )
    embed["options"]["responses"] = {"204": answers.PREFLIGHT}
    return {reverse("oembed"): embed}


def paths() -> dict:
    """Return all addresses."""
    filters, paging = filters_and_paging()
    figures = answers.found("A page of figures.", JSON, reference("Figures"), answers.LINK)
    table = answers.found(
        "A header, then a line for each figure.", "text/csv", None, {**answers.LINK, **answers.FILE_NAME}
    )
    columns = answers.found("The columns, as the W3C's “CSV on the Web” says it.", csvw.CONTENT_TYPE, _OBJECT)
    itself = answers.found("This description.", JSON, _OBJECT)
    return {
        reverse("statistics_json"): _address(
            "figures", "Figures as JSON, by pages.", figures, filters + paging
        ),
        reverse("statistics_csv"): _address("table", "All figures as CSV.", table, filters),
        reverse("statistics_csv_metadata"): _address("columns", "What each column means.", columns, filters),
        reverse("statistics_openapi"): _address("description", "All addresses of the data.", itself, []),
        **_of_one_figure(),
        **_of_embedding(),
    }

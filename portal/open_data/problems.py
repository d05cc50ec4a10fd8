"""What is wrong with a request, in the words of RFC 9457 and of the schema that a parameter has."""

from django.http import JsonResponse
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from ..text.characters import clean_all

CONTENT_TYPE = "application/problem+json"
# Typed values are shown again to who typed them, but not whole books.
SHOWN = 60


class BadParameterError(ValueError):
    """A parameter has a value that it cannot have. ``allowed`` says, or lists, what it can."""

    def __init__(self, name: str, detail: str, allowed: str | list[str]):
        super().__init__(detail)
        self.name, self.detail, self.allowed = name, detail, allowed


def shortened(text: str) -> str:
    """Return what was typed, short enough and printable, to show it again."""
    printable = "".join(character for character in text[: SHOWN + 1] if character.isprintable())
    return printable if len(printable) <= SHOWN else f"{printable[:SHOWN]}…"


def refuse_unknown(query, known) -> None:
    """Refuse a name that is not known: a misspelt filter must not be taken for no filter.

    Raises:
        BadParameterError: naming it and what there is.
    """
    for name in query:
        if name not in known:
            named, there_is = (
                shortened(name),
                f"There are: {', '.join(known)}." if known else "There is none.",
            )
            raise BadParameterError(named, f"There is no parameter “{named}” here. {there_is}", list(known))


def bad_value(name: str, field: FieldInfo, error: dict) -> BadParameterError:
    """Return what pydantic found wrong with a parameter, with what may stand there.

    That is what the error says is ``allowed``, or else what the schema of the field does.
    """
    if error["type"] in ("missing", "string_too_short"):
        allowed = field.description[0].lower() + field.description[1:].rstrip(".")
        return BadParameterError(name, f"Give “{name}”: {allowed}.", allowed)
    typed, context = shortened(str(error["input"])), error.get("ctx", {})
    schema = {} if "allowed" in context else TypeAdapter(field.rebuild_annotation()).json_schema()
    if "minimum" in schema:
        allowed = f"a whole number from {schema['minimum']} to {schema['maximum']}"
        return BadParameterError(name, f"“{name}” must be {allowed}, not “{typed}”.", allowed)
    allowed = context["allowed"] if "allowed" in context else schema["enum"]
    words = f"one of: {', '.join(allowed)}" if allowed else "left out: there is nothing to choose from"
    return BadParameterError(name, f"“{name}” must be {words}. It is “{typed}”.", allowed)


def json_answer(data, content_type: str = "application/json", **fields) -> JsonResponse:
    """Return data as JSON that people can read too."""
    return JsonResponse(
        clean_all(data), content_type=content_type, json_dumps_params={"ensure_ascii": False}, **fields
    )


def problem(status: int, title: str, detail: str, **more) -> JsonResponse:
    """Return what is wrong, which no cache keeps."""
    response = json_answer(
        {"title": title, "status": status, "detail": detail, **more}, CONTENT_TYPE, status=status
    )
    response["Cache-Control"] = "no-store"
    return response

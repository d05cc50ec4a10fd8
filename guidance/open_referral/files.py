"""Reads a file of Open Referral UK, or says in words what is not valid in it, part by part."""

import json
from pathlib import Path

from pydantic import ValidationError

from portal.text.characters import clean_all

from .schemas import Service

# What is read at once. Every route of the country would fit many times.
MOST_BYTES = 20_000_000
_WORDS = {
    "missing": "This is missing, and the standard requires it.",
    "string_type": "This must be a text.",
    "string_too_short": "This must not be empty.",
    "list_type": "This must be a list.",
    "model_type": "This must be an object with named parts.",
    "model_attributes_type": "This must be an object with named parts.",
    "literal_error": "This must be {expected}.",
    "float_parsing": "This must be a number.",
    "float_type": "This must be a number.",
    "bool_parsing": "This must be true or false.",
    "bool_type": "This must be true or false.",
}


class InvalidFileError(ValueError):
    """A file cannot be taken. ``faults`` says why, a line each."""

    def __init__(self, faults: list[str]):
        super().__init__("\n".join(faults))
        self.faults = faults


def _without_nulls(value):
    """Return the data without nulls, by which many systems say that they know nothing."""
    if isinstance(value, dict):
        return {name: _without_nulls(inner) for name, inner in value.items() if inner is not None}
    return [_without_nulls(inner) for inner in value] if isinstance(value, list) else value


def _load(path: Path):
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InvalidFileError([f"The file is larger than {MOST_BYTES:,} bytes. Split it."])
        return _without_nulls(clean_all(json.loads(path.read_text(encoding="utf-8-sig"))))
    except OSError as error:
        raise InvalidFileError([f"The file cannot be read: {error.strerror}."]) from error
    except (ValueError, RecursionError) as error:
        if isinstance(error, InvalidFileError):
            raise
        raise InvalidFileError([f"This is no JSON file in UTF-8: {error}."]) from error


def _listed(data) -> tuple[str, list]:
    """Return the services of a page, of a list, or the one service, and the name of the list."""
    if isinstance(data, dict) and isinstance(data.get("contents"), list):
        return "contents", data["contents"]
    if isinstance(data, list):
        return "service", data
    if isinstance(data, dict) and "status" in data:
        return "service", [data]
    raise InvalidFileError(
        ["There are no services: give a page with “contents”, a list of services, or one."]
    )


def _place(where: tuple) -> str:
    """Return a place in the file: "contents[2].phones[0].number"."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in where).lstrip(".")


def _fault(where: tuple, error: dict) -> str:
    words = _WORDS.get(error["type"], f"{error['msg']}.").format(**error.get("ctx", {}))
    return f"{_place(where + error['loc'])}: {words}"


def services_in(path: Path) -> list[Service]:
    """Return the services of a file; names that are not known are read past.

    Raises:
        InvalidFileError: with everything that is not valid by the standard.
    """
    name, found = _listed(_load(path))
    services, faults = [], []
    for number, one in enumerate(found):
        if not isinstance(one, dict):  # django-ninja would ask it for attributes
            faults.append(f"{_place((name, number))}: {_WORDS['model_type']}")
            continue
        try:
            services.append(Service.model_validate(one, strict=False))
        except ValidationError as error:
            faults += [_fault((name, number), each) for each in error.errors(include_url=False)]
    if faults:
        raise InvalidFileError(faults)
    return services

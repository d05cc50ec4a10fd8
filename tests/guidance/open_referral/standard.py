"""What the standard says of a service, and what of ours stands beside it."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

SCHEMA = json.loads(Path(__file__).with_name("hsds-uk-service.json").read_text(encoding="utf-8"))
# What HSDS 3 itself has and the UK's profile leaves out, by the part that it stands in.
OF_HSDS = {
    "service": {"phones", "eligibility_description", "additional_urls"},
    "phone": {"service_id", "type"},
    "language": {"name", "code", "note"},
    "attribute": {"label", "value"},
    "contact": {"phones"},
}
OURS = {"x_help_route"}
_VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
_PHONE = Draft202012Validator(
    {"$ref": "#/definitions/phone", "definitions": SCHEMA["definitions"]},
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)


def faults_of(service: dict) -> list[str]:
    """Return what the standard refuses in a service, a line each."""
    found = list(_VALIDATOR.iter_errors(service))
    for phone in service.get("phones", []):
        found += _PHONE.iter_errors(phone)
    return [f"{error.json_path}: {error.message}" for error in found]


def _part(schema: dict) -> str:
    return schema.get("items", schema).get("$ref", "").rpartition("/")[2]


def strange_names(value: dict, part: str = "service") -> set[str]:
    """Return the names that neither the standard nor HSDS nor we have, also in the parts within."""
    named = (SCHEMA if part == "service" else SCHEMA["definitions"][part])["properties"]
    found = {f"{part}.{name}" for name in set(value) - set(named) - OF_HSDS.get(part, set()) - OURS}
    for name, inner in value.items():
        if name in named and _part(named[name]):
            for one in inner if isinstance(inner, list) else [inner]:
                found |= strange_names(one, _part(named[name]))
    return found

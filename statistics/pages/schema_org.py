"""A figure in schema.org's words: a Dataset, about one Observation."""

from django.urls import reverse

from portal.addresses import address_at
from portal.visibility import is_public

from ..choices import Bound
from ..numbers.periods import iso_period
from ..numbers.wording import plain_number


def _value(figure) -> dict:
    """Return the value as far as the source gives it: one number, a lower end, or both ends."""
    lower, upper = plain_number(figure.lower_value), plain_number(figure.upper_value)
    if figure.bound == Bound.RANGE:
        ends = {"minValue": lower, "maxValue": upper}
    elif figure.is_open:
        ends = {"minValue": lower}
    else:
        ends = {"value": lower}
    return {name: end for name, end in ends.items() if end is not None}


def _observation(figure) -> dict:
    data = {
        "@type": "Observation",
        "name": figure.statement(),
        "measuredProperty": {"@type": "Property", "name": figure.counted},
        **_value(figure),
        "unitText": figure.unit,
        "measurementQualifier": figure.get_kind_display(),
        "additionalProperty": {
            "@type": "PropertyValue",
            "name": "State",
            "value": figure.state_label,
            "description": figure.state_explanation,
        },
    }
    if period := iso_period(figure.period):
        data["observationDate"] = period.dates
        if period.length:
            data["observationPeriod"] = period.length
    return data


def _distribution(url: str) -> list[dict]:
    kinds = (("data.json", "application/json"), ("data.csv", "text/csv"))
    return [
        {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": url + name} for name, kind in kinds
    ]


def dataset(figure, context: dict) -> dict:
    """Return the figure as a schema.org Dataset, naming no page that is hidden.

    No licence is known, so none is given. Who made it is given where the publication that holds it says so.
    """
    url, period = context["canonical_url"], iso_period(figure.period)
    data = {
        "@type": "Dataset",
        "name": figure.title,
        "description": f"{figure.statement()}. {figure.state_label}: {figure.state_explanation}",
        "url": url,
        "temporalCoverage": period.dates if period else figure.period,
        "spatialCoverage": figure.area,
        "isBasedOn": figure.source_url or figure.source_name,
        "citation": figure.source_text,
        "isAccessibleForFree": True,
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": figure.counted,
            **_value(figure),
            "unitText": figure.unit,
            "description": figure.value_text,
        },
        "mainEntity": _observation(figure),
        "distribution": _distribution(url),
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "url": address_at(reverse("statistics_json")),
        },
    }
    if is_public(figure.publication, context["restricted_paths"]):
        data["creator"] = {"@type": "Organization", "name": figure.publication.publisher}
    if figure.last_published_at:
        data["dateModified"] = figure.last_published_at.isoformat()
    return data

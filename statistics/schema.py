"""A figure in schema.org's words."""


def dataset(figure, url: str) -> dict:
    """Return the figure as a schema.org Dataset with one measured value."""
    data = {
        "@type": "Dataset",
        "name": figure.title,
        "description": f"{figure.statement()}. {figure.state_label}: {figure.state_explanation}",
        "url": url,
        "temporalCoverage": figure.period,
        "spatialCoverage": figure.area,
        "isBasedOn": figure.source_url or figure.source_name,
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": figure.counted,
            "unitText": figure.unit,
            "description": figure.value_text,
        },
    }
    if figure.last_published_at:
        data["dateModified"] = figure.last_published_at.isoformat()
    return data

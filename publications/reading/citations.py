"""The figures, and through them the categories, that cite a publication."""

from itertools import groupby


def citations_of(figures, categories) -> dict | None:
    """Return ``by_page`` (figures by the page that holds them, unknown pages last) and ``categories``.

    None if there are no figures.
    """
    if not figures:
        return None
    ordered = sorted(figures, key=lambda figure: (figure.source_page or float("inf"), figure.title))
    return {
        "by_page": [
            {"number": number, "figures": list(group)}
            for number, group in groupby(ordered, key=lambda figure: figure.source_page)
        ],
        "categories": sorted(categories, key=lambda category: category.title),
    }

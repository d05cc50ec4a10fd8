"""The figures, and through them the categories, that cite a publication."""

from itertools import groupby

from portal.visibility import is_public, public_now


def citations_of(publication, restricted: tuple[str, ...]) -> dict | None:
    """Return ``by_page`` (figures by the page that holds them, unknown pages last) and ``categories``.

    One query, and only what visitors may see; None if nothing cites the publication.
    """
    figures = public_now(publication.statistics.select_related("category"))
    ordered = sorted(figures, key=lambda figure: (figure.source_page or float("inf"), figure.title))
    if not ordered:
        return None
    categories = {
        figure.category for figure in ordered if figure.category and is_public(figure.category, restricted)
    }
    return {
        "count": len(ordered),
        "by_page": [
            {"number": number, "figures": list(group)}
            for number, group in groupby(ordered, key=lambda figure: figure.source_page)
        ],
        "categories": sorted(categories, key=lambda category: category.title),
    }

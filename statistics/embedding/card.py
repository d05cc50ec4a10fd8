"""The card of a figure: all that must go with it wherever it is shown, on a page that any site may frame."""

from django.conf import settings

from portal.framing import let_anyone_frame
from portal.links import LinkedTemplateResponse
from portal.visibility import if_public, restricted_paths


def card(request, figure):
    """Return the card of a figure that visitors may read."""
    restricted = restricted_paths()
    newer = if_public(figure.superseded_by, restricted)
    publication = if_public(figure.publication, restricted)
    context = {
        "figure": figure,
        "address": settings.BASE_URL + figure.get_url(),
        "source_link": figure.source_link(publication),
        "newer": newer,
        "correction": figure.corrections.first(),
        "newer_address": settings.BASE_URL + newer.get_url() if newer else "",
    }
    return let_anyone_frame(LinkedTemplateResponse(request, "statistics/card.html", context))

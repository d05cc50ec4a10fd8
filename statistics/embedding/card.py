"""The card of a figure: all that must go with it wherever it is shown, on a page that any site may frame."""

from portal.addresses import address_of
from portal.answering.framing import let_anyone_frame
from portal.answering.links import LinkedTemplateResponse
from portal.visibility import if_public, restricted_paths

from ..models.succession import find_newest


def card(request, figure):
    """Return the card of a figure that visitors may read."""
    find_newest([figure])
    newer = figure.newest
    publication = if_public(figure.publication, restricted_paths())
    context = {
        "figure": figure,
        "address": address_of(figure),
        "source_link": figure.source_link(publication),
        "newer": newer,
        "correction": figure.corrections.first(),
        "newer_address": address_of(newer) if newer else "",
    }
    return let_anyone_frame(LinkedTemplateResponse(request, "statistics/card.html", context))

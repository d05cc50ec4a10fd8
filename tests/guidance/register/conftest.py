"""A route of the default content, and sources put to its answers."""

import pytest

from guidance.models import HelpRoute, RouteEvidence


@pytest.fixture
def childline(db):
    """The route of Childline, as the default content has it."""
    return HelpRoute.objects.get(slug="childline")


@pytest.fixture
def prove(db):
    """Return a function that gives an answer of a route these sources and no others, and publishes it."""

    def set_sources(route, cell: str, *confidences: str, **values):
        others = [row for row in route.evidence.all() if row.cell != cell]
        route.evidence = others + [
            RouteEvidence(
                cell=cell, found="Seen.", source_url="https://example.org/", confidence=confidence, **values
            )
            for confidence in confidences
        ]
        route.save_revision().publish()
        return HelpRoute.objects.get(pk=route.pk)

    return set_sources

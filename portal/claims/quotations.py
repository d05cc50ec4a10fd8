"""Quotations that are unverified, or that nobody has seen in their source."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, get_page_models

from ..pages import BasePage
from ..visibility import public_now
from .queue import Claim, Urgency, last_editor

PROBLEMS = {
    "unverified": (Urgency.UNVERIFIED, "Unverified: speaker, words or source are in doubt"),
    "attributed": (Urgency.WITHOUT_EVIDENCE, "Attributed: nobody has seen the words in the source"),
}
UNLABELLED = (Urgency.UNLABELLED, "No state is shown: readers cannot tell how sure the wording is")


def pages_with_bodies(*, but: type[Page] | None = None) -> Iterator[Page]:
    """Yield every page for visitors as its own type, except those of the type ``but``."""
    for model in get_page_models():
        if issubclass(model, BasePage) and model is not but:
            yield from public_now(model.objects.all()).select_related("latest_revision__user", "owner")


def quotation_claims() -> Iterator[Claim]:
    """Yield a claim for each quotation that is not verified."""
    for page in pages_with_bodies():
        for block in page.body:
            if block.block_type != "quotation" or block.value["state"] == "verified":
                continue
            urgency, problem = PROBLEMS.get(block.value["state"], UNLABELLED)
            yield Claim(
                urgency,
                "Quotation",
                block.value["words"][:120],
                page.title,
                problem,
                last_editor(page),
                timezone.localdate(page.last_published_at) if page.last_published_at else None,
                reverse("wagtailadmin_pages:edit", args=[page.pk]),
                of=page,
            )

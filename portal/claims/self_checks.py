"""Questions of self-checks whose source nobody has confirmed, is second hand, is old, or is contradicted."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone

from ..text.confidence import Confidence
from .queue import Claim, Urgency, last_editor
from .quotations import pages_with_bodies

CONFLICTING = (Urgency.UNVERIFIED, "Its sources disagree: visitors do not see this question")
OLD = (Urgency.OUTDATED, "Somebody has to look at its source again")
SECOND_HAND = (Urgency.WITHOUT_EVIDENCE, "It rests on a source at second hand")
UNCONFIRMED = (Urgency.WITHOUT_EVIDENCE, "It was looked up; nobody of the owner's has confirmed it")


def _fault(question, today: date) -> tuple[Urgency, str] | None:
    """Return what is wrong with a question, the worst alone."""
    if not question.is_shown:
        return CONFLICTING
    if question["use_by"] and question["use_by"] < today:
        return OLD
    if question["confidence"] == Confidence.SECONDARY:
        return SECOND_HAND
    return None if question["read_by"] else UNCONFIRMED


def self_check_claims() -> Iterator[Claim]:
    """Yield a claim for each question of a page for visitors that somebody has to look at."""
    today = timezone.localdate()
    for page in pages_with_bodies():
        for block in page.body:
            groups = block.value["groups"] if block.block_type == "self_check" else []
            for question in (one for group in groups for one in group["questions"]):
                if fault := _fault(question, today):
                    yield Claim(
                        fault[0],
                        "Self-check",
                        question["question"],
                        page.title,
                        fault[1],
                        question["read_by"] or last_editor(page),
                        question["read_on"],
                        reverse("wagtailadmin_pages:edit", args=[page.pk]),
                        of=page,
                    )

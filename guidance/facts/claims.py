"""Pages of help whose facts somebody has to look at, as claims: one for each page and problem."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from portal.claims import Claim, Urgency, last_editor
from portal.visibility import public_now

from ..models import GlossaryPage, GuidancePage
from ..models.sourced import Confidence, Sourced


def _naming(count: int, one: str, many: str, facts: list[Sourced]) -> str:
    return f"{count} {one if count == 1 else many}: “{facts[0].found}”" + (", …" if count > 1 else "")


def _problems(page, facts: list[Sourced]) -> Iterator[tuple[Urgency, str, date | None]]:
    """Yield how badly a visitor may be misled, what is wrong, and since when."""
    if not page.are_confirmed(facts):
        days = [fact.read_on for fact in facts if fact.read_on]
        problem = f"Nobody has confirmed its {len(facts)} facts, and visitors read so"
        yield Urgency.UNVERIFIED, problem, min(days, default=None)
    if past := sorted(page.past_use(facts), key=lambda fact: fact.use_by):
        problem = _naming(len(past), "fact is past its day of use", "facts are past their day of use", past)
        yield Urgency.OUTDATED, problem, past[0].use_by
    if doubted := [fact for fact in facts if fact.confidence == Confidence.CONFLICTING]:
        words = ("fact on which sources disagree", "facts on which sources disagree")
        yield Urgency.WITHOUT_EVIDENCE, _naming(len(doubted), *words, doubted), None
    if bare := [fact for fact in facts if not fact.source_url]:
        words = ("fact without a source", "facts without a source")
        yield Urgency.WITHOUT_EVIDENCE, _naming(len(bare), *words, bare), None


def page_claims() -> Iterator[Claim]:
    """Yield a claim for each page of help, the glossary too, and each problem with its facts."""
    for model in (GuidancePage, GlossaryPage):
        for page in public_now(model.objects.all()).select_related("latest_revision__user", "owner"):
            facts = page.sourced()
            for urgency, problem, since in _problems(page, facts) if facts else ():
                yield Claim(
                    urgency,
                    "Facts of a page",
                    page.title,
                    page.title,
                    problem,
                    page.confirmed_by or last_editor(page),
                    since,
                    reverse("wagtailadmin_pages:edit", args=[page.pk]),
                    of=page,
                )

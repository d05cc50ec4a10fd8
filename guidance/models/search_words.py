"""Words that people use, and the help they lead to."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.models import ClusterableModel
from wagtail import blocks
from wagtail.models import DraftStateMixin, LockableMixin, Page, RevisionMixin, WorkflowMixin
from wagtail.search import index
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.databases.plain_fields import BlocksField
from portal.search.phrases import AROUND, phrases_in, words_in
from portal.visibility import public_now

from .route import HelpRoute

ROUTE, PAGE, FINDER = "route", "page", "finder"


class WordsLeadToBlock(blocks.StreamBlock):
    """Services, pages and the finder, in the order to show them."""

    route = SnippetChooserBlock("guidance.HelpRoute", label="Help route", icon="mail")
    page = blocks.PageChooserBlock(label="Page", icon="doc-empty")
    finder = blocks.StaticBlock(
        label="Who should I tell?",
        admin_text="Leads to the questions that find the right service.",
        icon="help",
    )


class SearchWords(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, index.Indexed, ClusterableModel
):
    """What people type about one trouble, and where it leads: shown above what a search finds.

    A promoted search result, as search engines and Wagtail's own ``search_promotions`` call it; that one
    takes one exact query at a time, keeps queries, and cannot name a help route (docs/decisions/0019).
    """

    name = models.CharField(
        max_length=120,
        unique=True,
        help_text="What the words are about, for editors: “Pictures of me”. Visitors do not see it.",
    )
    phrases = models.TextField(
        "words",
        blank=True,
        help_text="One phrase on each line, as frightened people type: “shared my pictures”. It counts "
        "wherever all its words are in a search, in any order and with any ending; capitals, marks and one "
        "typing error in a long word make no difference. Of words with / between them one will do: "
        "“share/send/post my pictures/photos”.",
    )
    alone = models.TextField(
        "words that count only alone",
        blank=True,
        help_text="One phrase on each line. For words that mean many things, such as “help” or “report”: "
        "they count only if hardly anything else is asked, so that “annual report” finds reports.",
    )
    says = models.CharField(
        "what to say",
        max_length=250,
        blank=True,
        help_text="One kind, short sentence above the help: “It is not your fault.” State no fact that is "
        "not on the page or in the service’s own entry.",
    )
    leads_to = BlocksField(
        WordsLeadToBlock(),
        help_text="The help that fits best first; for a child’s words Childline first. The first three "
        "services and pages that visitors may see are shown. Whatever is a draft, private or "
        "withdrawn is left out.",
    )
    order = models.PositiveSmallIntegerField(
        default=50,
        help_text="If a search has words of several entries, the lowest number comes first: 10 for danger "
        "to life, 20 for children’s own words, 50 for most.",
    )

    search_fields = [
        index.SearchField("name", boost=5),
        index.SearchField("phrases"),
        index.SearchField("alone"),
        index.SearchField("says"),
        index.AutocompleteField("name"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = "words people use"
        verbose_name_plural = "words people use"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if not phrases_in(self.phrases) and not phrases_in(self.alone):
            raise ValidationError({"phrases": "Write at least one phrase, or one word that counts alone."})
        if line := next((line for line in self.phrases.splitlines() if _is_vague(line)), ""):
            raise ValidationError(
                {
                    "phrases": f"“{line.strip()}” would be in nearly every search. Add a word that tells "
                    "what it is about, or move it to the words that count only alone."
                }
            )

    def is_shown(self) -> bool:
        """Whether something else would be missed with it: no, it only leads to what stands elsewhere."""
        return False

    def is_used(self) -> bool:
        """Whether searches are compared with it at this moment."""
        return self.live and not (self.expire_at and self.expire_at <= timezone.now())

    def shows_nowhere(self) -> str:
        """Return why visitors are led nowhere by it, though it is live; empty if they are led somewhere."""
        if not self.is_used() or leading_somewhere([self]):
            return ""
        return (
            f"“{self.name}” leads nowhere now: each service and page that it names is a draft, private or "
            "withdrawn, or its check is overdue. Add one that visitors may see."
        )

    def targets(self) -> list[tuple[str, int | None]]:
        """Return what it leads to, as kind and id, without a question to the database."""
        return [(block["type"], block["value"]) for block in self.leads_to.raw_data]


def leading_somewhere(records: Iterable["SearchWords"]) -> list[int]:
    """Return the ids of those that visitors are led somewhere by, from two queries for all of them."""
    targets = {words.pk: words.targets() for words in records}
    ids = {
        kind: {pk for named in targets.values() for target, pk in named if target == kind}
        for kind in (ROUTE, PAGE)
    }
    routes = HelpRoute.objects.shown().filter(pk__in=ids[ROUTE])
    seen = {(ROUTE, route.pk) for route in routes if route.can_be_led_to()}
    seen |= {
        (PAGE, pk) for pk in public_now(Page.objects.filter(pk__in=ids[PAGE])).values_list("pk", flat=True)
    }
    return [
        pk for pk, named in targets.items() if any(kind == FINDER or (kind, to) in seen for kind, to in named)
    ]


def _is_vague(line: str) -> bool:
    """Whether a line holds nothing but words that stand in any sentence."""
    words = words_in(line.replace("/", " "))
    return bool(words) and set(words) <= AROUND

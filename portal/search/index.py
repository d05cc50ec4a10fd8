"""What both databases' searches start from: the pages anyone may read."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import (
    Case,
    CharField,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Substr
from django.utils import timezone
from wagtail.models import Page, Site, get_page_models
from wagtail.search.models import IndexEntry

from portal.site.site_settings import SiteSettings
from portal.visibility import public_now

from ..pages import BasePage
from ..pages.search_tiers import SMALL_PRINT, WEIGHTS

# Nobody pages further: beyond this a visitor does better with another word.
MAX_RESULTS = 100
# A hit further down a very long text is found all the same; the excerpt is then its beginning.
TEXT_READ = 20_000
TEXT_FIELD = "body_text" if connection.vendor == "postgresql" else "body"
EXACT = -1


def public_pages() -> QuerySet:
    """Return the pages a search may find: those of a site, begun, and public at this moment."""
    started = Q(go_live_at__isnull=True) | Q(go_live_at__lte=timezone.now())
    in_a_site = Q(pk__in=[])
    for root in Site.get_site_root_paths():
        in_a_site |= Q(url_path__startswith=root.root_path)
    return public_now(Page.objects.filter(in_a_site, started))


def with_text(pages: QuerySet) -> QuerySet:
    """Return the pages with the text of their index entries as ``text``."""
    entry = IndexEntry.objects.filter(
        content_type=OuterRef("content_type"), object_id=Cast(OuterRef("pk"), CharField())
    )
    text = Subquery(entry.annotate(start=Substr(F(TEXT_FIELD), 1, TEXT_READ)).values("start")[:1])
    return pages.annotate(text=text)


def _tier_of(model: type[Page]) -> int:
    return model.search_tier if issubclass(model, BasePage) else BasePage.search_tier


def _small_print() -> Q:
    is_small_print = Q(pk__in=[])
    for name in SiteSettings.FOOTER_PAGES:
        is_small_print |= Q(pk__in=SiteSettings.objects.values(name))
    return is_small_print


def tier(query: str) -> Case:
    """Return an expression: 0 for guidance, more for what helps less; first what is called so."""
    types = ContentType.objects.get_for_models(*get_page_models())
    return Case(
        When(title__iexact=query, then=EXACT),
        When(_small_print() & Q(title__istartswith=query), then=EXACT),
        When(_small_print(), then=SMALL_PRINT),
        *(When(content_type=types[model].pk, then=_tier_of(model)) for model in types),
        default=BasePage.search_tier,
        output_field=IntegerField(),
    )


def is_last() -> Case:
    """Return an expression: 1 for small print, 0 for all else."""
    return Case(When(tier=SMALL_PRINT, then=1), default=0, output_field=IntegerField())


def weight() -> Case:
    """Return an expression: how much a page's score counts where not every word is there."""
    weights = (When(tier=number, then=Value(weight)) for number, weight in WEIGHTS.items())
    return Case(*weights, default=Value(1.0), output_field=FloatField())

"""What both databases' searches start from: the pages anyone may read."""

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, Site

from portal.visibility import public_now

# Nobody pages further: beyond this a visitor does better with another word.
MAX_RESULTS = 100


def public_pages() -> QuerySet:
    """Return the pages a search may find: those of a site, begun, and public at this moment."""
    started = Q(go_live_at__isnull=True) | Q(go_live_at__lte=timezone.now())
    in_a_site = Q(pk__in=[])
    for root in Site.get_site_root_paths():
        in_a_site |= Q(url_path__startswith=root.root_path)
    return public_now(Page.objects.filter(in_a_site, started))

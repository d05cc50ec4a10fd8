"""What both databases' searches start from: the pages anyone may read."""

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from portal.visibility import public_now

# Nobody pages further: beyond this a visitor does better with another word.
MOST_RESULTS = 100


def public_pages() -> QuerySet:
    """Return the pages a search may find: below the root of the tree, and public at this moment."""
    started = Q(go_live_at__isnull=True) | Q(go_live_at__lte=timezone.now())
    return public_now(Page.objects.filter(started, depth__gt=1))

"""The moments at which pages say something else without anybody's doing.

An app that has such moments registers a function by the hook ``portal_next_change``: given the present
moment, it returns the coming ones.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page

from ..site.alert_banner import AlertBanner

HOOK = "portal_next_change"


def first_after(now: datetime, field: str, rows) -> Iterable[datetime]:
    """Yield the first moment after now that stands in a column, if there is one."""
    found = rows.filter(**{f"{field}__gt": now}).order_by(field).values_list(field, flat=True)[:1]
    yield from found


def _own_moments(now: datetime) -> Iterable[datetime]:
    # Days are UK days: checks fall due, and days that differ are past, at midnight.
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    yield timezone.make_aware(datetime.combine(tomorrow, time()))
    yield from first_after(now, "expire_at", Page.objects)
    yield from first_after(now, "go_live_at", Page.objects)
    yield from first_after(now, "starts_at", AlertBanner.objects)
    yield from first_after(now, "ends_at", AlertBanner.objects)


def next_change() -> float:
    """Return the next such moment, in seconds since 1970."""
    now = timezone.now()
    coming = [*_own_moments(now), *(one for hook in hooks.get_hooks(HOOK) for one in hook(now))]
    return min(coming).timestamp()

"""Which help routes a visitor is shown."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ..audiences import Audience, Nation


class HelpRouteQuerySet(models.QuerySet):
    """Asks for routes as pages need them. The emergency route is always shown, and first."""

    def shown(self):
        """Return the routes that visitors may see now; scheduled ends count at reading time."""
        not_expired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
        return self.filter(Q(live=True) & not_expired | Q(is_emergency=True))

    def drafts(self):
        """Return the routes that nobody has published, or that were taken off the site."""
        return self.filter(live=False, is_emergency=False)

    def about(self, category):
        """Return the shown routes for a category, given as a page or its id, or for None: any."""
        if category is None:
            return self.shown()
        fits = Q(for_every_category=True) | Q(is_emergency=True)
        fits |= Q(
            pk__in=self.model.categories.through.objects.filter(categorypage=category).values("helproute")
        )
        return self.shown().filter(fits)

    def fitting(
        self, audience: Audience | str, category=None, nation: Nation | str | None = None
    ) -> models.QuerySet:
        """Return the shown routes for someone, the emergency route first; the clock leaves none out.

        A route whose contacts are withdrawn keeps its name and its official site. ``category`` is a page or
        its id.
        """
        fits = Q(**{f"for_{Audience(audience).value}": True})
        if nation is not None:
            fits &= Q(**{f"in_{Nation(nation).value}": True})
        return self.about(category).filter(fits | Q(is_emergency=True))

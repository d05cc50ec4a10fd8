"""Whether a document's text, contents and cover are open to anyone: not if its collection is private."""

from django.db.models import Q
from wagtail.models import Collection, CollectionViewRestriction

from portal.visibility import is_within


def in_open_collection(path: str) -> Q:
    """Return a condition for documents; ``path`` names the field with their collection's path."""
    private = Collection.objects.filter(pk__in=CollectionViewRestriction.objects.values("collection"))
    return Q(~is_within(private, path))

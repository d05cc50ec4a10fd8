"""Whether a document's text, contents and cover are open to anyone: not if its collection is private."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr
from wagtail.models import Collection, CollectionViewRestriction


def in_open_collection(path: str) -> Q:
    """Return a condition for documents; ``path`` names the field with their collection's path."""
    private = Collection.objects.filter(pk__in=CollectionViewRestriction.objects.values("collection"))
    return Q(~Exists(private.filter(path=Substr(OuterRef(path), 1, Length("path"))).order_by()))

"""Whether a document's file, text, contents and cover are open to anyone.

They are not if its collection is private, or if it is in the bin.
"""

from django.db.models import Q

from portal.visibility import in_open_collection


def open_to_anyone(document: str = "") -> Q:
    """Return a condition for documents; ``document`` is the path to them, such as "page__document__"."""
    outside_bin = Q(**{f"{document}deleted_at": None})
    return outside_bin & in_open_collection(f"{document}collection__path")

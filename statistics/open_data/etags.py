"""Whether an answer is still what it was, found without making it again."""

from collections.abc import Callable
from hashlib import blake2b

from django.conf import settings
from django.db.models import StringAgg, TextField, Value
from django.db.models.functions import Cast, Concat
from django.http import HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from wagtail.models import Page

from portal.answering.shared_caches import SHARED_SECONDS
from portal.visibility import public_now

from .columns import NAMES, VERSION

# To be raised when records say the same in other words, so that no reader keeps the old ones.
WORDING = 2


def tag_of(*parts) -> str:
    """Return a weak entity tag: equal parts, equal tag. Weak, since a server may compress what it sends."""
    return f'W/"{blake2b(repr(parts).encode(), digest_size=12).hexdigest()}"'


def tag_of_figures(request) -> str:
    """Return the tag of figures asked for at an address, from one query.

    It looks at all public pages, since a record also names pages beside the figure: at which they are, in
    the order of the tree, and which of its revisions each shows. A page that is hidden, by whichever way or
    by time, is not among them.

    The database makes one text of them all, which takes a third of the time of as many rows; their paths put
    them in order again.
    """
    parts = ("path", "pk", "live_revision")
    one = Concat(
        *(Concat(Cast(part, TextField()), Value(" "), output_field=TextField()) for part in parts),
        output_field=TextField(),
    )
    pages = public_now(Page.objects.order_by()).aggregate(seen=StringAgg(one, Value(",")))
    seen = ",".join(sorted((pages["seen"] or "").split(",")))
    return tag_of(settings.BASE_URL, VERSION, WORDING, NAMES, request.get_full_path(), seen)


def unless_unchanged(request, tag: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Return 304 to who has the answer with this tag already, and otherwise make it."""
    response = get_conditional_response(request, etag=tag) or make()
    response["ETag"] = tag
    patch_cache_control(response, public=True, max_age=SHARED_SECONDS)
    return response

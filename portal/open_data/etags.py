"""Whether an answer is still what it was, found without sending it again."""

import json
from collections.abc import Callable
from hashlib import blake2b

from django.http import HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control

from ..answering.shared_caches import SHARED_SECONDS
from .problems import json_answer


def tag_of(*parts) -> str:
    """Return a weak entity tag: equal parts, equal tag. Weak, since a server may compress what it sends."""
    return f'W/"{blake2b(repr(parts).encode(), digest_size=12).hexdigest()}"'


def unless_unchanged(request, tag: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Return 304 to who has the answer with this tag already, and otherwise make it."""
    response = get_conditional_response(request, etag=tag) or make()
    response["ETag"] = tag
    patch_cache_control(response, public=True, max_age=SHARED_SECONDS)
    return response


def described(request, data: dict, content_type: str = "application/json") -> HttpResponse:
    """Return data whose tag is made of themselves, since they are small and ask for little."""
    return unless_unchanged(request, tag_of(json.dumps(data)), lambda: json_answer(data, content_type))

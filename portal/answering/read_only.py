"""Addresses that only tell something: nothing is changed there, so nothing has to be proved either."""

from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe


def read_only(view):
    """Let a view answer GET and HEAD alone. A POST is told "405", not "403" as if its proof were missing."""
    return csrf_exempt(require_safe(view))

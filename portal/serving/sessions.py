"""Asks whether somebody is signed in, before Django has a request to ask about."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.db import close_old_connections
from django.http import HttpRequest, parse_cookie


def is_signed_in(cookies: str) -> bool:
    """Whether the value of the Cookie header names the session of a user who may sign in."""
    key = parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME)
    if not key:
        return False
    close_old_connections()
    try:
        request = HttpRequest()
        request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
        return get_user(request).is_active
    finally:
        close_old_connections()

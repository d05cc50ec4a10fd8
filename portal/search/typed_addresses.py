"""What a visitor may have meant by an address at which there is nothing.

Only the path is read, never a query or where the visitor came from. What it says is kept nowhere.
"""

import re

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

from ..answering.again import READING
from ..answering.routing import find_route
from .words import clean

MAX_WORDS = 8
MAX_LENGTH = 60
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FILE = re.compile(r"\.[a-z0-9]{1,5}$", re.IGNORECASE)
# Parts of addresses that say nothing of what somebody looks for.
_NOTHING = frozenset(
    ("index", "default", "home", "page", "pages", "www", "http", "https", "html", "en", "gb", "uk")
)


def words_of_path(path: str) -> str:
    """Return the words of an address, to be looked for: "/report-fraud/index.php" is about "report fraud"."""
    words = (word for word in _WORD.findall(clean(_FILE.sub("", path))) if word.lower() not in _NOTHING)
    found = ""
    for word in list(words)[:MAX_WORDS]:
        longer = f"{found} {word}".strip()
        if len(longer) > MAX_LENGTH:
            break
        found = longer
    return found


def _is_redirected(request: HttpRequest, path: str) -> bool:
    return get_redirect(request, Redirect.normalise_path(path)) is not None


def in_small_letters(request: HttpRequest) -> str:
    """Return the path in small letters if that leads somewhere and the path itself does not, else nothing."""
    path, small = request.path, request.path.lower()
    # What begins with two slashes would lead to another site.
    if path == small or path[1:2] in ("/", "\\") or not path.isprintable() or request.method not in READING:
        return ""
    if _is_redirected(request, path):
        return ""
    try:
        is_page = resolve(small).url_name == "wagtail_serve"
    except Resolver404:
        is_page = False
    else:
        if not is_page or find_route(request, small) is not None:
            return small
    return small if _is_redirected(request, small) else ""

"""The answer to an address at which there is nothing: what may have been meant."""

from django.db import DatabaseError
from django.shortcuts import redirect

from ..answering.views import error_page
from .help_for_words import help_for_words
from .typed_addresses import in_small_letters, words_of_path


def page_not_found(request, exception=None):
    """Answer a wrong address with search for its words, the help they lead to, and the main pages.

    One that is right but for capitals leads to the right one. Nothing of the address is kept.
    """
    try:
        small = in_small_letters(request)
    except DatabaseError:
        small = ""
    if small:
        return redirect(small, permanent=False)
    words = "" if request.path.startswith("/admin/") else words_of_path(request.path)
    return error_page(
        request,
        "404.html",
        404,
        words=lambda: words,
        help_for_words=lambda: help_for_words(request, words),
    )

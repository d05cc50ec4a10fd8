"""The addresses that no site map lists and perhaps no page links."""

from urllib.parse import urlencode

from django.urls import reverse

# No one can make a page of this name; and it has no word that the page for it could look for.
NO_SUCH_PAGE = "/_/_/"
A_COMMON_WORD, AN_UNKNOWN_WORD = "help", "zzyzx"
FILES = (
    "feed",
    "security",
    "favicon",
    "help_csv",
    "help_csv_metadata",
    "help_json",
    "help_openapi",
    "help_sources",
    "help_sources_metadata",
    "oembed",
    "statistics_csv",
    "statistics_csv_metadata",
    "statistics_json",
    "statistics_openapi",
)


def fixed_addresses() -> list[str]:
    """Return the search with and without a result, a wrong address, and the files of the site."""
    search = reverse("search")
    asked = [f"{search}?{urlencode({'q': word})}" for word in (A_COMMON_WORD, AN_UNKNOWN_WORD)]
    return [search, search.rstrip("/"), *asked, NO_SUCH_PAGE, *(reverse(name) for name in FILES)]

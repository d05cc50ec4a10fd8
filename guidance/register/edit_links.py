"""Where in the admin a help route is changed."""

from django.urls import reverse


def edit_url(route, field: str = "") -> str:
    """Return the address of a route's form; with a field, the one that opens its tab and leads to it."""
    url = reverse("wagtailsnippets_guidance_helproute:edit", args=[route.pk])
    return f"{url}#:w:contentpath={field}" if field else url

"""schema.org data for search engines: only what the page itself says."""

import json

from django.utils.safestring import SafeString, mark_safe

from ..addresses import address_at, path_of
from ..text.characters import clean_all

# The characters that could end the script element or begin a comment inside it.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_json(items: list[dict]) -> SafeString:
    """Return the items as JSON-LD that is safe inside a script element."""
    data = {"@context": "https://schema.org", "@graph": items}
    return mark_safe(json.dumps(clean_all(data), ensure_ascii=False).translate(_ESCAPES))  # noqa: S308


def breadcrumb_list(page, context: dict) -> dict:
    """Return the breadcrumbs as a schema.org BreadcrumbList."""
    links = [*context["breadcrumbs"], {"title": page.title, "url": path_of(page)}]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": link["title"],
                "item": address_at(link["url"] or ""),
            }
            for position, link in enumerate(links, start=1)
        ],
    }


def described(page, context: dict) -> dict:
    """Return the page as what its type says it is (an Article, a WebPage), with its real dates."""
    data = {
        "@type": page.schema_type,
        "headline": page.title,
        "description": page.meta_description,
        "url": context["canonical_url"],
        "inLanguage": "en-GB",
    }
    if page.first_published_at:
        data["datePublished"] = page.first_published_at.isoformat()
    if page.last_published_at:
        data["dateModified"] = page.last_published_at.isoformat()
    return data


def page_data(page, context: dict) -> SafeString:
    """Return the JSON-LD of a page: its breadcrumbs and what the page itself is."""
    own = page.schema_data(context)
    items = [breadcrumb_list(page, context), own] if context["breadcrumbs"] else [own]
    return as_json(items)

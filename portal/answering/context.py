"""What every page for visitors needs around its own content."""

from django.conf import settings
from django.db.models import Q

from ..addresses import address_at, path_of
from ..phrases import say_instead
from ..visibility import is_public
from .frame import STEP, Frame, frame_and
from .places import Place


def _above(request, page) -> tuple[Frame, list[Place]]:
    """Return the frame, and the places on the way from the home page to the page itself.

    Routing knows them already; a page that is previewed was not looked for.
    """
    way = getattr(request, "way", ())
    if page is None or not page.path or (way and way[-1].pk == page.pk):
        frame, _ = frame_and(request)
        return frame, list(way) if page is not None and page.path else []
    ends = range(STEP, len(page.path), STEP)
    frame, found = frame_and(request, Q(path__in=[page.path[:end] for end in ends]))
    return frame, [place for place in found if page.path.startswith(place.path)]


def visitor_context(request, page=None) -> dict:
    """Return menu, breadcrumbs, footer links, settings and canonical address for a page or view."""
    frame, above = _above(request, page)
    site_settings, root = frame.settings, frame.root
    say_instead(site_settings.said_instead)
    pages = frame.shown()
    addresses = {place.pk: place.address_below(root) for place in pages}
    path = page.path if page is not None else ""
    own_path = path_of(page) if page is not None else request.path

    def link(place: Place) -> dict:
        return {"title": place.title, "url": place.address_below(root)}

    return {
        "site_settings": site_settings,
        "menu": [
            {**link(place), "current": path.startswith(place.path)}
            for place in pages
            if place.show_in_menus and place.depth == frame.menu_depth
        ],
        "breadcrumbs": [
            link(place)
            for place in above
            if place.path != path and place.url_path.startswith(root) and is_public(place, frame.restricted)
        ],
        "footer_links": [
            link(place)
            for name in site_settings.FOOTER_PAGES
            for place in pages
            if place.pk == getattr(site_settings, f"{name}_id")
        ],
        "help_url": addresses.get(site_settings.help_page_id, "/"),
        "leave_url": settings.LEAVE_URL,
        "leaving_page_url": addresses.get(site_settings.leaving_page_id, ""),
        "alert": site_settings.alert_on(page),
        "site_url": settings.BASE_URL,
        "canonical_url": address_at(own_path),
        "restricted_paths": frame.restricted,
        "meta_description": page.meta_description if page is not None else "",
    }

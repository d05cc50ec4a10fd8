"""What every page for visitors needs around its own content, in two queries."""

from django.apps import apps
from django.conf import settings
from django.db.models import Q
from treebeard.mp_tree import MP_Node
from wagtail.models import Page, Site

from .visibility import public_now

STEP = MP_Node.steplen


def _ancestor_paths(path: str, root_path: str) -> list[str]:
    """Return the paths from the site's root down to just above the page."""
    return [path[:end] for end in range(len(root_path), len(path), STEP)]


def _linked_pages(request, page, site_settings):
    """Fetch the menu, the pages above this one, and the pages linked from every page, together."""
    site = Site.find_for_request(request)
    if site is None:
        return None, []
    root = site.root_page
    wanted = Q(pk__in=[root.pk, *site_settings.linked_page_ids()])
    wanted |= Q(show_in_menus=True, depth=root.depth + 1, path__startswith=root.path)
    if page is not None and page.path:
        wanted |= Q(path__in=_ancestor_paths(page.path, root.path))
    return root, list(public_now(Page.objects.filter(wanted)).order_by("path"))


def _link(page, request) -> dict:
    return {"title": page.title, "url": page.get_url(request)}


def visitor_context(request, page=None) -> dict:
    """Return menu, breadcrumbs, footer links, settings and canonical address for a page or view."""
    site_settings = apps.get_model("portal.SiteSettings").load(request_or_site=request)
    root, pages = _linked_pages(request, page, site_settings)
    by_id = {linked.pk: linked for linked in pages}
    path = page.path if page is not None else ""
    help_page = by_id.get(site_settings.help_page_id)
    own_url = page.get_url(request) if page is not None else request.path
    return {
        "site_settings": site_settings,
        "menu": [
            {**_link(linked, request), "current": path.startswith(linked.path)}
            for linked in pages
            if linked.show_in_menus and linked.depth == root.depth + 1
        ],
        "breadcrumbs": [
            _link(linked, request)
            for linked in pages
            if path and path != linked.path and path.startswith(linked.path)
        ],
        "footer_links": [
            _link(by_id[pk], request)
            for name in site_settings.FOOTER_PAGES
            if (pk := getattr(site_settings, f"{name}_id")) in by_id
        ],
        "help_url": help_page.get_url(request) if help_page else "/",
        "canonical_url": settings.BASE_URL + (own_url or ""),
        "meta_description": page.meta_description if page is not None else "",
    }

"""What every page for visitors needs around its own content, in two queries."""

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from treebeard.mp_tree import MP_Node
from wagtail.models import Page, PageViewRestriction, Site

from ..addresses import address_at, path_of
from ..phrases import say_instead
from ..site.site_settings import SiteSettings
from ..visibility import is_public

STEP = MP_Node.steplen


def site_root_path(request) -> str:
    """Return the tree path of the site's home page, such as "/front/".

    Wagtail keeps these paths in the cache and forgets them when a site changes, so that one site,
    the usual case, costs no query.
    """
    paths = {root.root_path for root in Site.get_site_root_paths()}
    if len(paths) == 1:
        return paths.pop()
    site = Site.find_for_request(request)
    return site.root_page.url_path if site else "/"


def _linked_pages(page, root_path: str, site_settings) -> tuple[list[Page], tuple[str, ...]]:
    """Fetch the menu, the pages above this one, and the pages linked from every page, together.

    The private pages come along, so that everything else on the page can be checked against their
    paths; they are returned as those paths.
    """
    # Every step down the tree adds one part to the path, so the path tells the depth.
    menu_depth = root_path.count("/") + 1
    wanted = Q(url_path=root_path) | Q(pk__in=site_settings.linked_page_ids())
    wanted |= Q(show_in_menus=True, depth=menu_depth, url_path__startswith=root_path)
    if page is not None and page.path:
        first = (menu_depth - 1) * STEP
        wanted |= Q(path__in=[page.path[:end] for end in range(first, len(page.path), STEP)])
    restriction = PageViewRestriction.objects.values("page")
    wanted |= Q(pk__in=restriction)
    found = Page.objects.filter(wanted).annotate(is_private=Exists(restriction.filter(page=OuterRef("pk"))))
    pages = list(found.order_by("path"))
    restricted = tuple(linked.path for linked in pages if linked.is_private)
    return [linked for linked in pages if is_public(linked, restricted)], restricted


def _link(page) -> dict:
    return {"title": page.title, "url": path_of(page)}


def visitor_context(request, page=None) -> dict:
    """Return menu, breadcrumbs, footer links, settings and canonical address for a page or view."""
    site_settings = SiteSettings.load(request_or_site=request)
    say_instead(site_settings.said_instead)
    root_path = site_root_path(request)
    pages, restricted = _linked_pages(page, root_path, site_settings)
    by_id = {linked.pk: linked for linked in pages}
    path = page.path if page is not None else ""
    help_page = by_id.get(site_settings.help_page_id)
    leaving_page = by_id.get(site_settings.leaving_page_id)
    own_path = path_of(page) if page is not None else request.path
    return {
        "site_settings": site_settings,
        "menu": [
            {**_link(linked), "current": path.startswith(linked.path)}
            for linked in pages
            if linked.show_in_menus and linked.depth == root_path.count("/") + 1
        ],
        "breadcrumbs": [
            _link(linked) for linked in pages if path and path != linked.path and path.startswith(linked.path)
        ],
        "footer_links": [
            _link(by_id[pk])
            for name in site_settings.FOOTER_PAGES
            if (pk := getattr(site_settings, f"{name}_id")) in by_id
        ],
        "help_url": path_of(help_page) if help_page else "/",
        "leave_url": settings.LEAVE_URL,
        "leaving_page_url": path_of(leaving_page) if leaving_page else "",
        "alert": site_settings.alert_on(page),
        "site_url": settings.BASE_URL,
        "canonical_url": address_at(own_path),
        "restricted_paths": restricted,
        "meta_description": page.meta_description if page is not None else "",
    }

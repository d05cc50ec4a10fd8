"""What stands around every page, whichever it is: settings, menu, links of the footer, what is private.

It is remembered until something changes. Where it is not known, it comes with the pages on the way to the one
that is asked for, in one query.
"""

from dataclasses import dataclass

from django.db.models import Q
from treebeard.mp_tree import MP_Node
from wagtail.models import Site

from ..site.memory import Memory, state_now
from ..site.site_settings import SiteSettings
from ..visibility import is_public
from .places import Place, places, private

STEP = MP_Node.steplen
_remembered: "Memory[Frame]" = Memory(4)


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


@dataclass(frozen=True)
class Frame:
    """The settings, the places of the pages that every page links, and the tree paths of private ones.

    Nothing in it depends on the clock: who shows a place asks ``is_public`` first.
    """

    root: str
    settings: SiteSettings
    linked: tuple[Place, ...]
    restricted: tuple[str, ...]

    @property
    def menu_depth(self) -> int:
        """How deep in the tree the pages of the menu stand."""
        return self.root.count("/") + 1

    def shown(self) -> list[Place]:
        """Return the linked places that anyone may read at this moment, in the order of the tree."""
        return [place for place in self.linked if is_public(place, self.restricted)]


def _linked(root: str, site_settings: SiteSettings) -> Q:
    menu = Q(show_in_menus=True, depth=root.count("/") + 1, url_path__startswith=root)
    return Q(url_path=root) | Q(pk__in=site_settings.linked_page_ids()) | menu


def _made(root: str, site_settings: SiteSettings, found: list[Place]) -> Frame:
    """Return the frame, made of places among which are all that it needs."""
    ids, depth = site_settings.linked_page_ids(), root.count("/") + 1

    def is_linked(place: Place) -> bool:
        in_menu = place.show_in_menus and place.depth == depth and place.url_path.startswith(root)
        return place.url_path == root or place.pk in ids or in_menu

    restricted = tuple(place.path for place in found if place.is_private)
    return Frame(root, site_settings, tuple(place for place in found if is_linked(place)), restricted)


def frame_and(request, wanted: Q | None = None) -> tuple[Frame, list[Place]]:
    """Return the frame, and the places wanted beside it, from one query at most; maybe with others."""
    root, state = site_root_path(request), state_now()
    frame = getattr(request, "frame", None) or _remembered.recall(root, state)
    if frame is not None:
        found = [] if wanted is None else places(wanted)
    else:
        site_settings = SiteSettings.load(request_or_site=request)
        own = _linked(root, site_settings) | private()
        found = places(own if wanted is None else own | wanted)
        frame = _made(root, site_settings, found)
        _remembered.keep(root, state, frame)
    request.frame = frame
    return frame, found

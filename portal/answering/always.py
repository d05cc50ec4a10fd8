"""The pages that must be there whatever fails: help, and the way to it.

An app adds the paths of its own by the hook ``portal_always_kept``.
"""

from wagtail import hooks
from wagtail.models import Page

from ..site.site_settings import SiteSettings
from ..visibility import public_now
from .frame import site_root_path

HOOK = "portal_always_kept"


def always_kept() -> list[str]:
    """Return the paths, those that are needed most first."""
    site_settings = SiteSettings.load()
    root = site_root_path(None)
    pages = public_now(Page.objects.filter(pk__in=site_settings.linked_page_ids()))
    paths = {page.pk: "/" + page.url_path.removeprefix(root) for page in pages}
    first = [paths[pk] for pk in (site_settings.help_page_id, site_settings.leaving_page_id) if pk in paths]
    of_apps = (path for hook in hooks.get_hooks(HOOK) for path in hook())
    return list(dict.fromkeys(["/", *first, *of_apps, *paths.values()]))

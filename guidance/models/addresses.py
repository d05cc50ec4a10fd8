"""The addresses of help in its small forms: they must be there whatever fails."""

from portal.visibility import public_now

from .guidance_page import GuidancePage
from .index_page import GuidanceIndexPage
from .with_text import TEXT


def help_addresses() -> list[str]:
    """Return the paths of text editions and of what one can take along, those with the most help first."""
    lists = list(public_now(GuidanceIndexPage.objects.all()))
    pages = [*lists, *public_now(GuidancePage.objects.order_by("path"))]
    paths = [f"{page.url}{TEXT}/" for page in pages if page.url]
    return [
        *paths,
        *(f"{one.url.rstrip('/')}{path}" for one in lists if one.url for path in one.paths_to_take_along()),
    ]

"""Which addresses the browser tests visit: one of each page type, and every one of the sitemap."""

import re
import urllib.request

# One page of every page type, by the model's label.
PAGE_TYPES = {
    "portal.HomePage": "/",
    "portal.InformationPage": "/cyber-threat-to-uk-businesses/",
    "categories.CategoryIndexPage": "/categories/",
    "categories.CategoryPage": "/categories/child-sexual-abuse/",
    "guidance.GuidanceIndexPage": "/what-you-can-do/",
    "guidance.GuidancePage": "/what-you-can-do/worried-about-a-child/",
    "guidance.GlossaryPage": "/glossary/",
    "statistics.StatisticsIndexPage": "/statistics/",
    "statistics.StatisticPage": "/statistics/caid-images/",
    "publications.PublicationIndexPage": "/publications/",
    "publications.PublicationPage": "/publications/national-strategic-assessment-2020/",
}
RESULTS = "/search/?q=child"
EMPTY_SEARCH = "/search/"
NOTHING_FOUND = "/search/?q=zzyzx"
INSIDE = "/publications/national-strategic-assessment-2020/inside/?q=crime"
CITED_BY = "/publications/national-strategic-assessment-2020/cited-by/"
NOT_FOUND = "/there-is-no-such-page/"
# A page for frames on other sites, without the site's head and foot.
CARD = "/statistics/sexual-threat-2020/card/"
# A question and an end of the finder.
QUESTION, END = "/next/", "/next/c/n/k/"
# The words of a help page alone, and all of them in one file, which browsers save instead of showing it.
TEXT, HELP_SET = "/what-you-can-do/text/", "/what-you-can-do/take-along/useful-numbers.html"
TAKE_ALONG = "/what-you-can-do/take-along/"
# The one page with fields to tick.
SELF_CHECK = "/what-you-can-do/for-organisations/"
NO_FIGURES = "/statistics/?state=withdrawn&year=2020"

OTHERS = [
    NO_FIGURES,
    RESULTS,
    EMPTY_SEARCH,
    NOTHING_FOUND,
    INSIDE,
    CITED_BY,
    TAKE_ALONG,
    NOT_FOUND,
    QUESTION,
    END,
]
ONE_OF_EACH = [*PAGE_TYPES.values(), *OTHERS]


def sitemap_paths(url: str) -> list[str]:
    """Return the path of every page that the running site's sitemap lists."""
    with urllib.request.urlopen(f"{url}/sitemap.xml", timeout=30) as response:
        found = re.findall(r"<loc>([^<]+)</loc>", response.read().decode())
    return [address.removeprefix(url) for address in found]


def file_name(path: str) -> str:
    """Return a name for a file about the page at the path."""
    return re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "home"

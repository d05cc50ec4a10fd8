"""Where to go when nothing was found: titles that look alike, who to tell, the main pages."""

from difflib import get_close_matches

from django.db.models import BooleanField, ExpressionWrapper, Q
from wagtail.models import Page

from portal.site.site_settings import SiteSettings

from .index import public_pages
from .results import Suggestion
from .words import words_of

MAX_ALIKE = 3
MAX_TITLES = 500
MAX_WORDS = 4
ALIKE = 0.75
HOME_DEPTH = 2  # as Wagtail counts: the tree's own root is 1


def _titles() -> list[Page]:
    """Fetch pages from the top of the tree down, and which of them says who to tell."""
    help_page = Q(pk__in=SiteSettings.objects.values("help_page"))
    return list(
        public_pages()
        .annotate(tells_who=ExpressionWrapper(help_page, output_field=BooleanField()))
        .only("title", "url_path", "depth", "show_in_menus")
        .order_by("depth", "path")[:MAX_TITLES]
    )


def _alike(words: list[str], pages: list[Page]) -> list[Page]:
    """Return pages with a word in the title that is spelled nearly as one of the words."""
    titles = [(page, words_of(page.title)) for page in pages]
    known = {word for _, title in titles for word in title}
    near = set()
    for word in words[:MAX_WORDS]:
        # Few people mistype the first letter, and comparing all words would be slow.
        candidates = [other for other in known if other[0] == word[0]]
        near.update(get_close_matches(word, candidates, n=2, cutoff=ALIKE))
    return [page for page, title in titles if near.intersection(title)][:MAX_ALIKE]


def suggest(words: list[str], request) -> list[Suggestion]:
    """Return each page to suggest once, the likeliest first."""
    pages = _titles()
    chosen = _alike(words, pages)
    chosen += [page for page in pages if page.tells_who]
    chosen += [page for page in pages if page.show_in_menus and page.depth == HOME_DEPTH + 1]
    links = {page.pk: Suggestion(page.title, page.get_url(request)) for page in chosen}
    return [link for link in links.values() if link.url]

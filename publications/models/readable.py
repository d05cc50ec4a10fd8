"""What makes a publication easy to read in part, on its page and below it."""

from django.utils.translation import get_language_info
from wagtail.url_routing import RouteResult

from ..reading.access import open_to_anyone
from ..reading.citations import by_page_of_the_file
from ..reading.contents import contents_of
from ..reading.editions import editions_of
from ..reading.related import related_to
from ..reading.views import ANSWERS
from .document import PublicationDocument


class Readable:
    """Contents, search inside, cover, citations and other editions. Stands before ``BasePage``."""

    # The headings of its template, which no heading of the body may take as its anchor.
    reserved_anchors = ("contents", "search-inside", "cited-by", "earlier-editions", "inside-words")

    def has_open_document(self) -> bool:
        """Whether there is a document that anyone may read; one query."""
        return PublicationDocument.objects.filter(open_to_anyone(), pk=self.document_id).exists()

    @property
    def document_language(self) -> str:
        """The language that the file says it is in, as a name where one is known."""
        code = self.document.language
        try:
            return get_language_info(code.lower())["name"] if code else ""
        except KeyError:
            return code

    def route(self, request, path_components):
        """Answer at the addresses of the cover and the search inside, while the page itself is answered."""
        asks_below = len(path_components) == 1 and path_components[0] in ANSWERS
        if asks_below and self.live and not self.is_expired and self.has_open_document():
            return RouteResult(self, kwargs={"below": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request, *args, below: str = "", **kwargs):
        if below:
            return ANSWERS[below](request, self)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if self.pk:
            related = related_to(self)
            context["citations"] = by_page_of_the_file(related.citing, related.categories)
            context["editions"] = editions_of(self, related.publications)
            if self.document_id and related.has_open_document:
                context["document"] = self.document
                context["contents"] = contents_of(self.document.outline)
        return context

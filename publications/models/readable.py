"""What makes a publication easy to read in part, on its page and below it."""

from django.utils.translation import get_language_info
from wagtail.contrib.routable_page.models import path

from portal.pages.addresses import only_if

from ..reading import views
from ..reading.access import open_to_anyone
from ..reading.citations import told_of
from ..reading.contents import contents_of
from ..reading.editions import editions_of
from ..reading.related import related_to
from .document import PublicationDocument


class Readable:
    """Contents, search inside, cover, citations and other editions. Stands before ``BasePage``."""

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

    @path("cover/")
    @only_if(has_open_document)
    def cover(self, request):
        """Send the picture of the file's first page."""
        return views.cover(request, self)

    @path("inside/")
    @only_if(has_open_document)
    def search_inside(self, request):
        """Show the pages of the file with the words that are asked for."""
        return views.search_inside(request, self)

    @path("cited-by/")
    def cited_by(self, request):
        """Show all that cites the publication, some at a time."""
        return views.cited_by(request, self)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if self.pk:
            related = related_to(self)
            context["citations"] = told_of(related)
            context["editions"] = editions_of(self, related.publications)
            if self.document_id and related.has_open_document:
                context["document"] = self.document
                context["contents"] = contents_of(self.document.outline)
        return context

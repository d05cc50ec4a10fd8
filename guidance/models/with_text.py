"""A page of help that has a text edition."""

from wagtail.contrib.routable_page.models import path

from portal.visibility import narrow, public_now

from ..text_edition.dates import dates_of
from ..text_edition.parts import parts_of, routes_in
from ..text_edition.response import TextResponse

# What answers below pages of help, and below their list: no page may have such an address.
TEXT, FOLDER = "text", "take-along"


class WithText:
    """Adds ``text/`` below a page: the same words for slow connections, without pictures and scripts."""

    @path(f"{TEXT}/")
    def text_edition(self, request):
        """Show the page as text alone."""
        return self.render(
            request, template="guidance/text_edition.html", response_class=TextResponse, is_text=True
        )

    def get_context(self, request, *args, is_text: bool = False, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["is_text"] = is_text
        return context | self.text_context(context) if is_text else context

    def text_context(self, context: dict) -> dict:
        """Return what the text edition needs beside what every page does."""
        parts = list(parts_of(self, context["restricted_paths"]))
        others = list(self.other_help_pages())
        above = [link["url"] for link in context["breadcrumbs"][1:]]
        return {
            "parts": parts,
            "dates": dates_of(routes_in(parts)),
            "others": others,
            "above": above[-1] if above else "",
            "text_urls": [*above, *(page.url for page in others)],
        }

    def other_help_pages(self):
        """Return the pages of help beside this one that can be read now."""
        beside = type(self).objects.sibling_of(self, inclusive=False)
        return narrow(public_now(beside), "body", "points", "points_note").order_by("path")

    def may_be_listed(self, context) -> bool:
        """Whether search engines may list what is shown: the page, not its text edition."""
        return super().may_be_listed(context) and not context["is_text"]

    def get_route_paths(self):
        """Return what answers below the page, so that a move makes redirects for it as well."""
        return [*super().get_route_paths(), f"/{TEXT}/"]

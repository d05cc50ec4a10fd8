"""What of the help leaves the screen: the page that offers it, cards, posters, one file with all of it."""

import logging

from django.http import Http404
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from wagtail.contrib.routable_page.models import path

from portal.addresses import address_of
from portal.visibility import public_now

from ..take_along.answers import for_everybody, send_pdf
from ..take_along.editions import edition_of, routes_for
from ..take_along.history import changes_of
from ..take_along.kept import kept
from ..take_along.sheets import SHEETS, Sheet, moment_in_words, printed, without_scheme
from ..take_along.typesetting import TypesettingError
from ..text_edition.dates import dates_of
from ..text_edition.help_set import HelpSetResponse
from ..text_edition.parts import parts_of, routes_in
from .guidance_page import GuidancePage
from .route import HelpRoute
from .with_text import FOLDER

logger = logging.getLogger(__name__)
HELP_SET = "useful-numbers.html"


class Register:
    """The help routes as they are now, with what changed, and where the newest cards are offered."""

    def __init__(self, page):
        self.today = timezone.localdate()
        routes = list(HelpRoute.objects.all())
        self.changes = changes_of(HelpRoute, routes)
        self.routes = [route for route in routes if route.is_shown()]
        self.edition = edition_of(self.routes, self.changes)
        self.address = f"{address_of(page)}{FOLDER}/"

    def pdf(self, sheet: Sheet) -> bytes:
        """Return the sheet as it is to be printed now."""
        routes = routes_for(sheet.readers, self.routes)
        return kept(sheet.name, printed(sheet, routes, self.edition, self.address, self.today))

    def said(self) -> dict:
        """Return what pages and files say of it."""
        return {
            "edition": moment_in_words(self.edition) if self.edition else "",
            "today": self.today,
            "address": without_scheme(self.address),
            "changes": [
                {"moment": moment_in_words(change.at), "says": change.says, "name": change.name}
                for change in self.changes
            ],
        }


class TakeAlong:
    """Adds to the list of guidance what one can take along. Every name says nothing to who sees it."""

    @path(f"{FOLDER}/")
    def take_along(self, request):
        """Offer cards, posters and the file, and say which that were made before are wrong now."""
        return self.render(request, template="guidance/take_along.html", offers=Register(self))

    @path(f"{FOLDER}/<slug:name>.pdf/")
    def sheet(self, request, name: str):
        """Send a card or a poster."""
        sheet = SHEETS.get(f"{name}.pdf")
        if sheet is None:
            raise Http404
        return self._until_it_ends(send_pdf(request, Register(self).pdf(sheet), sheet.name))

    @path(f"{FOLDER}/{HELP_SET}/")
    def help_set(self, request):
        """Send all pages of help as one file that needs no site."""
        response = self.render(
            request,
            template="guidance/help_set.html",
            response_class=HelpSetResponse,
            whole_set=Register(self),
        )
        response.may_be_listed = False
        return for_everybody(response, HELP_SET, is_to_save=True)

    def _until_it_ends(self, response):
        if self.expire_at:
            response.ends_at = self.expire_at.timestamp()  # no kept copy is shown after it
        return response

    def get_context(
        self, request, *args, offers: Register | None = None, whole_set: Register | None = None, **kwargs
    ):
        context = super().get_context(request, *args, **kwargs)
        context["is_of_its_own"] = bool(offers or whole_set)
        if offers:
            context |= offers.said() | {"sheets": [_offered(sheet, offers) for sheet in SHEETS.values()]}
            context["breadcrumbs"] = [*context["breadcrumbs"], {"title": self.title, "url": self.url}]
            context["on_this_page"] = []
        if whole_set:
            context |= whole_set.said() | self._whole_set(context)
        return context

    def _whole_set(self, context: dict) -> dict:
        """Return the sections of the file, one for each page, and the routes that they name, each once."""
        pages = [self, *public_now(GuidancePage.objects.child_of(self)).order_by("path")]
        sections = [
            {
                "page": page,
                "place": f"page-{page.slug}",
                "parts": list(parts_of(page, context["restricted_paths"])),
            }
            for page in pages
        ]
        routes = routes_in([part for section in sections for part in section["parts"]])
        places = {section["page"].url: section["place"] for section in sections}
        places |= {f"route-link:{route.slug}": route.slug for route in routes}
        return {"sections": sections, "routes": routes, "dates": dates_of(routes), "places": places}

    def may_be_listed(self, context) -> bool:
        """Whether search engines may list what is shown: the page itself, not what stands below it."""
        return super().may_be_listed(context) and not context["is_of_its_own"]

    def paths_to_take_along(self) -> list[str]:
        """Return what answers below the page for those who take help along."""
        return [f"/{FOLDER}/", f"/{FOLDER}/{HELP_SET}", *(f"/{FOLDER}/{name}" for name in SHEETS)]

    def get_route_paths(self):
        """Return what answers below the page, so that a move makes redirects for it as well."""
        return [*super().get_route_paths(), *self.paths_to_take_along()]


def _offered(sheet: Sheet, register: Register) -> dict:
    """Return what the page says of a sheet; it must be there also while sheets cannot be made."""
    try:
        size = filesizeformat(len(register.pdf(sheet))).replace("\xa0", " ")
    except (TypesettingError, OSError):
        logger.exception("A sheet could not be made")
        size = ""
    return {"name": sheet.name, "kind": sheet.kind, "readers": sheet.readers, "size": size}

"""A refusal: what stays as it is, what stands on it, and what to do instead."""

from dataclasses import dataclass, field

from django.contrib.messages import get_messages
from django.db.models import Model
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from wagtail.admin.admin_url_finder import AdminURLFinder

from .sight import is_visible

TAKE_OUT = "Take it out there first."


def name_of(thing: Model) -> str:
    """Return what editors call it: title, name, or what kind of setting it is."""
    if title := getattr(thing, "title", ""):
        return title
    is_setting = thing._meta.label == "wagtailcore.Site" or hasattr(thing, "load")
    return f"the {thing._meta.verbose_name}" if is_setting else str(thing)


@dataclass
class Part:
    """One object that stays, what stands on it, and a sentence that says what to do."""

    thing: Model
    uses: list[Model]
    instead: str = TAKE_OUT
    lead: str = "is used on:"


@dataclass
class Refusal:
    """Why something is not done. ``user`` reads of the uses only what they may see."""

    heading: str
    user: object
    parts: list[Part] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)

    @cached_property
    def shown(self) -> list[dict]:
        """The parts, with name and address of each use that the user may see, and how many others."""
        urls = AdminURLFinder(self.user)
        found = []
        for part in self.parts:
            seen = [use for use in part.uses if is_visible(self.user, use)]
            uses = [{"name": name_of(use), "url": urls.get_edit_url(use)} for use in seen]
            found.append(
                {
                    "name": name_of(part.thing),
                    "lead": part.lead,
                    "uses": uses,
                    "others": len(part.uses) - len(seen),
                    "instead": part.instead,
                }
            )
        return found

    def sentence(self) -> str:
        """Return all of it in one line, for a form's error."""
        lines = list(self.sentences)
        for part in self.shown:
            names = [use["name"] for use in part["uses"]]
            if part["others"]:
                names.append(f"{part['others']} more that you may not see")
            lines.append(f"“{part['name']}” {part['lead']} {', '.join(names)}. {part['instead']}")
        return " ".join(lines)

    def response(self, request) -> HttpResponse:
        """Return the page that says so; inside a dialogue, which only takes JSON, what it can show."""
        list(get_messages(request))  # what the view said it had done was not done
        context = {"refusal": self, "back": request.headers.get("Referer", "")}
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            html = render_to_string("portal/refusal_body.html", context, request)
            said = {"step": "refused", "html": html, "success": False, "error_message": self.sentence()}
            return JsonResponse(said)
        return HttpResponse(render_to_string("portal/refusal.html", context, request), status=409)

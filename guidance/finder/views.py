"""The pages of the finder. They tell nobody where a reader has been: no form, no query, no cookie."""

from django.http import Http404
from django.urls import reverse

from portal.answering.context import visitor_context
from portal.answering.links import LinkedTemplateResponse
from portal.answering.read_only import read_only

from ..models.index_page import CANNOT_SPEAK
from ..models.route_contact import ALWAYS_SHOWN
from .more_to_read import links_to
from .routes import asks_where, in_nation, routes_for
from .steps import NATION_CODES, WHERE, Answer, Leaf, Question, follow
from .tree import START


def _breadcrumbs(context: dict, address: str, codes: list[str]) -> list[dict]:
    """Return the way back: the home page, the help page, then the steps by their numbers."""
    help_url = context["help_url"]
    help_title = next((link["title"] for link in context["menu"] if link["url"] == help_url), "Help")
    links = [{"title": "Home", "url": "/"}]
    if help_url != "/":
        links.append({"title": help_title, "url": help_url})
    for number in range(len(codes)):
        back = "".join(f"{code}/" for code in codes[:number])
        links.append({"title": f"Step {number + 1}", "url": f"{address}{back}"})
    return links


def _where(leaf: Leaf) -> Question:
    return Question(WHERE, tuple(Answer(code, nation.label, leaf) for code, nation in NATION_CODES.items()))


@read_only
def finder(request, trail: str = ""):
    """Show the step that the codes of the address lead to.

    Raises:
        Http404: for codes that lead nowhere.
    """
    codes = trail.split("/")[:-1]
    found = follow(START, codes)
    if found is None:
        raise Http404
    step, nation = found
    routes = routes_for(step) if isinstance(step, Leaf) else []
    if isinstance(step, Leaf) and nation is None and asks_where(step, routes, len(codes)):
        step = _where(step)
    is_leaf = isinstance(step, Leaf)
    named = in_nation(step, routes, nation) if isinstance(step, Leaf) else []
    links = links_to(request, {CANNOT_SPEAK, step.read} - {""}) if isinstance(step, Leaf) else {}
    context = visitor_context(request)
    start_url = reverse("finder")
    context |= {
        # No address and no description for link previews: the page says nothing about its reader.
        "canonical_url": "",
        "neutral_title": True,
        "title": "Last step" if is_leaf else f"Step {len(codes) + 1}",
        "breadcrumbs": _breadcrumbs(context, start_url, codes),
        "start_url": start_url,
        "step": step,
        "routes": named,
        # 999 and 101 stand above them on every end.
        "first_routes": [route for route in named[:1] if route.phone not in ALWAYS_SHOWN],
        "cannot_speak": links.get(CANNOT_SPEAK),
        "more": links.get(step.read) if isinstance(step, Leaf) else None,
    }
    template = "guidance/finder/leaf.html" if is_leaf else "guidance/finder/question.html"
    return LinkedTemplateResponse(request, template, context)

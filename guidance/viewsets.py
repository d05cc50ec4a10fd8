"""How editors find and edit help routes."""

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.editing.nowhere import NowherePanel

from .filters import HelpRouteFilterSet
from .models import GlossaryTerm, HelpRoute
from .panels import source_fields, sources_panel
from .register.forms import HelpRouteForm
from .register.gaps_panel import GapsPanel

CLOCK = """<p>Visitors see the day of the last check, or “Looked up …, not yet confirmed by the owner” until
it says who checked it: tick the box, and your name is put in. When the next one is due they read “We have not
re-checked this lately”, or “Nobody has confirmed it since” if it was only looked up. When the days of grace
are over, the numbers, e-mail and forms are withdrawn on every page, and only the official site stays: make
sure that there is one. 999 never expires, and 101 stays too.</p>
<p>If you change a contact, the day of the check is emptied, because the new contact was not checked: visitors
are warned until you enter a later day, or tick the box.</p>"""


def _fields(*names: str) -> list[FieldPanel]:
    return [FieldPanel(name) for name in names]


CONTACT = ObjectList(
    [
        NowherePanel(),
        *_fields("name", "slug", "who_for"),
        MultiFieldPanel(
            [
                FieldRowPanel(_fields("phone", "text_number")),
                FieldPanel("is_abroad"),
                FieldPanel("email"),
                FieldRowPanel(_fields("website_url", "website_label")),
                FieldRowPanel(_fields("form_url", "chat_url")),
            ],
            heading="How to make contact",
        ),
        *_fields("say", "what_happens"),
    ],
    heading="Contact",
)
ANSWERS = ObjectList(
    [
        GapsPanel(),
        FieldRowPanel(_fields("must_give_name", "must_give_name_words")),
        FieldRowPanel(_fields("anonymity", "anonymity_words")),
        *_fields("when_passed_on", "who_answers", "cost", "waiting"),
        FieldRowPanel(_fields("shows_on_bill", "shows_on_bill_words")),
        FieldRowPanel(_fields("languages", "welsh")),
        FieldRowPanel(_fields("bsl", "bsl_words")),
        FieldRowPanel(_fields("relay", "relay_words")),
    ],
    heading="What visitors ask",
)
HOURS = ObjectList(
    [
        *_fields("hours_kind", "weekly_hours"),
        FieldRowPanel(_fields("bank_holidays", "bank_holidays_of")),
        *_fields("hours_exceptions", "hours"),
    ],
    heading="Hours",
)
REACH = ObjectList(
    [
        *_fields("is_emergency", "order"),
        MultiFieldPanel(_fields(*HelpRoute.AUDIENCE_FIELDS), heading="Who it is for"),
        MultiFieldPanel(_fields(*HelpRoute.NATION_FIELDS), heading="Where it answers"),
        *_fields("for_every_category", "categories"),
    ],
    heading="Where it is shown",
)
CHECK = ObjectList(
    [
        HelpPanel(CLOCK),
        FieldPanel("checked_now"),
        FieldRowPanel(_fields("checked_on", "checked_by")),
        FieldPanel("evidence_url"),
        FieldRowPanel(_fields("check_every_days", "grace_days")),
        FieldPanel("check_note"),
    ],
    heading="Check",
)
SOURCES = ObjectList(
    [sources_panel("evidence", "cell", heading="Where each answer was read", label="Source")],
    heading="Sources",
)
SCHEDULE = ObjectList([PublishingPanel()], heading="Schedule")


def _shown(route: HelpRoute) -> str:
    """Return what the list says of where visitors find a route."""
    return route.shows_nowhere() or "Yes"


def _is_shown(term: GlossaryTerm) -> str:
    return "Yes" if term.is_shown() else "No: its source is missing or disputed"


class HelpRouteViewSet(SnippetViewSet):
    """Help routes in the admin's own menu, first by urgency."""

    model = HelpRoute
    icon = "mail"
    menu_label = "Help routes"
    menu_order = 200
    add_to_admin_menu = True
    list_display = [
        "name",
        Column("phone_shown", label="Phone"),
        "checked_on",
        Column("due_on", label="Check due"),
        Column("shows_nowhere", label="Shown", accessor=_shown),
        "check_note",
        "live",
    ]
    filterset_class = HelpRouteFilterSet
    list_export = [
        "name",
        "phone",
        "text_number",
        "email",
        "website_url",
        "checked_on",
        "due_on",
        "check_note",
    ]
    inspect_view_enabled = True
    copy_view_enabled = True
    edit_handler = TabbedInterface(
        [CONTACT, ANSWERS, HOURS, SOURCES, REACH, CHECK, SCHEDULE], base_form_class=HelpRouteForm
    )


class GlossaryTermViewSet(SnippetViewSet):
    """The terms of the glossary."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = "Glossary terms"
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["name", "found", "confidence", Column("is_shown", label="Shown", accessor=_is_shown)]
    sort_order_field = None
    chooser_per_page = 100
    ordering = ["name"]
    inspect_view_enabled = True
    panels = [*_fields("name", "anchor"), *source_fields()]

"""How editors find and edit help routes."""

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import HelpRoute


class HelpRouteViewSet(SnippetViewSet):
    """Help routes in the admin's own menu, first by urgency."""

    model = HelpRoute
    icon = "mail"
    menu_label = "Help routes"
    menu_order = 200
    add_to_admin_menu = True
    list_display = ["name", "phone", "checked_on", "check_note", "live"]
    list_filter = ["is_emergency", "for_every_category", "anonymity"]
    list_export = ["name", "phone", "text_number", "email", "website_url", "checked_on", "check_note"]
    search_fields = ["name", "who_for"]
    inspect_view_enabled = True
    copy_view_enabled = True

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("slug"),
                    FieldPanel("who_for"),
                    MultiFieldPanel(
                        [
                            FieldRowPanel([FieldPanel("phone"), FieldPanel("text_number")]),
                            FieldPanel("email"),
                            FieldRowPanel([FieldPanel("website_url"), FieldPanel("website_label")]),
                        ],
                        heading="How to make contact",
                    ),
                    FieldPanel("say"),
                    FieldPanel("what_happens"),
                ],
                heading="Contact",
            ),
            ObjectList(
                [
                    FieldPanel("anonymity"),
                    FieldPanel("cost"),
                    FieldPanel("hours"),
                    FieldPanel("languages"),
                ],
                heading="What visitors ask",
            ),
            ObjectList(
                [
                    FieldPanel("is_emergency"),
                    FieldPanel("order"),
                    FieldPanel("for_every_category"),
                    FieldPanel("categories"),
                ],
                heading="Where it is shown",
            ),
            ObjectList([FieldPanel("checked_on"), FieldPanel("check_note")], heading="Check"),
            ObjectList([PublishingPanel()], heading="Schedule"),
        ]
    )

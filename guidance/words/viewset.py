"""How editors find and edit the words that people use."""

import django_filters
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.editing.nowhere import NowherePanel

from ..models import HelpRoute, SearchWords
from ..models.search_words import ROUTE, leading_somewhere
from .leading import what_it_leads_to

HOW = """<p>When a search, or an address that does not exist, has one of these phrases, the help chosen
below stands above the results. What people search for is kept nowhere, so nobody can count it: think of
frightened people, children, spelling mistakes, short forms and whole sentences. The names and numbers of help
routes need no words: they are found by themselves.</p>"""


class SearchWordsFilterSet(WagtailFilterSet):
    """By the route they lead to, and by whether they lead anywhere now."""

    route = django_filters.ModelChoiceFilter(
        label="Leads to", queryset=HelpRoute.objects.all(), method="that_lead_to"
    )
    nowhere = django_filters.BooleanFilter(label="Leads nowhere now", method="that_lead_nowhere")

    class Meta:
        model = SearchWords
        fields = ["route", "nowhere", "live"]

    def that_lead_to(self, records, name, route):
        """Keep those that name the route, shown or not; the database cannot look into blocks."""
        return records.filter(pk__in=[words.pk for words in records if (ROUTE, route.pk) in words.targets()])

    def that_lead_nowhere(self, records, name, value):
        """Keep those of which visitors see nothing now, or the others."""
        somewhere = leading_somewhere(records)
        return records.exclude(pk__in=somewhere) if value else records.filter(pk__in=somewhere)


class SearchWordsViewSet(SnippetViewSet):
    """Words people use, in the admin's own menu, the most urgent first."""

    model = SearchWords
    icon = "search"
    menu_label = "Words people use"
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["name", "order", Column("leads_to", label="Leads to", accessor=what_it_leads_to), "live"]
    filterset_class = SearchWordsFilterSet
    list_export = ["name", "order", "phrases", "alone", "says", "live"]
    inspect_view_enabled = True
    copy_view_enabled = True
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    NowherePanel(),
                    HelpPanel(HOW),
                    FieldPanel("name"),
                    MultiFieldPanel([FieldPanel("phrases"), FieldPanel("alone")], heading="What people type"),
                    MultiFieldPanel(
                        [FieldPanel("says"), FieldPanel("leads_to")], heading="What they are shown"
                    ),
                    FieldPanel("order"),
                ],
                heading="Words",
            ),
            ObjectList([PublishingPanel()], heading="Schedule"),
        ]
    )

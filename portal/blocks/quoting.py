"""Blocks that quote a fact from the page or snippet that owns it, so that it has one home.

The floor does not import the apps above it: page types are named by strings, and templates call
only what those page types offer.
"""

from django.apps import apps
from wagtail import blocks
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from ..visibility import is_public, public_now, restricted_paths


def shown(pages, context: dict) -> list:
    """Return those of the chosen pages that visitors may read, in the order chosen.

    A page's context knows the private pages; a preview of a block has to ask.
    """
    restricted = restricted_in(context)
    return [page for page in pages if is_public(page, restricted)]


def restricted_in(context: dict) -> tuple[str, ...]:
    """Return the paths of the private pages: from the page's context, or asked for."""
    known = context.get("restricted_paths")
    return restricted_paths() if known is None else known


def first_of(name: str, count: int = 1) -> list:
    """Return pages of a type, or other objects, that visitors may see: for a preview in the block picker."""
    model = apps.get_model(name)
    shown_now = public_now(model.objects.all()) if issubclass(model, Page) else model.objects.shown()
    return list(shown_now[:count])


class CategoryGroupsBlock(blocks.StaticBlock):
    """All groups with their categories, in the order set under Snippets."""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["groups"] = apps.get_model("categories.CategoryGroup").with_categories()
        return context

    class Meta:
        icon = "grip"
        template = "blocks/category_groups.html"
        description = "Every group with its categories."
        admin_text = "Shows every group with its live categories. Order the groups under Snippets."
        preview_value = None


class PointsFromPageBlock(blocks.StructBlock):
    """The actions, signs or questions of a guidance page."""

    page = blocks.PageChooserBlock(
        page_type="guidance.GuidancePage", help_text="The guidance page whose points are shown here."
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        chosen = shown([value["page"]], context)
        context["guidance_page"] = chosen[0] if chosen else None
        context["points"] = [point.value for point in chosen[0].points] if chosen else []
        return context

    def get_preview_value(self):
        return self.normalize({"page": next(iter(first_of("guidance.GuidancePage")), None)})

    class Meta:
        icon = "tasks"
        template = "blocks/points_from_page.html"
        description = "The actions, signs or questions of a guidance page."


class HelpRoutesBlock(blocks.StructBlock):
    """Who to tell: help routes with their contacts."""

    routes = blocks.ListBlock(
        SnippetChooserBlock("guidance.HelpRoute", label="Route"),
        help_text="Choose who to tell. Numbers and addresses come from the routes themselves.",
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["routes"] = [route for route in value["routes"] if route and route.is_shown()]
        return context

    def get_preview_value(self):
        return self.normalize({"routes": first_of("guidance.HelpRoute", 2)})

    class Meta:
        icon = "mail"
        template = "blocks/help_routes.html"
        description = "Who to tell, with numbers and addresses quoted from the help routes."


class PublicationChooserBlock(blocks.PageChooserBlock):
    """A publication, fetched together with its document."""

    def bulk_to_python(self, values):
        found = self.model_class.objects.select_related("document").in_bulk(values)
        return [found.get(pk) for pk in values]


class PublicationBlock(blocks.StructBlock):
    """A publication with its download."""

    page = PublicationChooserBlock(
        page_type="publications.PublicationPage",
        help_text="The publication. Type, size and pages of the file come from the file itself.",
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["publication"] = next(iter(shown([value["page"]], context)), None)
        return context

    def get_preview_value(self):
        return self.normalize({"page": next(iter(first_of("publications.PublicationPage")), None)})

    class Meta:
        icon = "doc-full"
        template = "blocks/publication.html"
        description = "A publication with its download link."


class PageLinksBlock(blocks.StructBlock):
    """Links to other pages of the site, for reading on."""

    links = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("page", blocks.PageChooserBlock(help_text="The page to read next.")),
                (
                    "label",
                    blocks.CharBlock(required=False, help_text="Leave empty to use the page's title."),
                ),
            ],
            label="Link",
        ),
        help_text="Pages to read next.",
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        public = shown([link["page"] for link in value["links"]], context)
        links = [
            {"title": link["label"] or link["page"].title, "url": link["page"].get_url()}
            for link in value["links"]
            if link["page"] in public
        ]
        # A page outside the site's own tree has no address.
        return context | {"links": [link for link in links if link["url"]]}

    def get_preview_value(self):
        pages = [page for page in first_of("wagtailcore.Page", 4) if page.get_url()]
        return self.normalize({"links": [{"page": page, "label": ""} for page in pages[:2]]})

    class Meta:
        icon = "link"
        template = "blocks/page_links.html"
        description = "Links to pages to read next."

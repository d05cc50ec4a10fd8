"""The groups that the categories are told in."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from portal.visibility import narrow, public_now

DRAWINGS = [
    ("vulnerable", "A heart with a padlock"),
    ("communities", "Clasped hands"),
    ("economy", "Banknote lines"),
]


class CategoryGroup(index.Indexed, models.Model):
    """A group of categories, such as "Exploitation of the Vulnerable"."""

    name = models.CharField(max_length=120, unique=True, help_text="The official name of the group.")
    slug = models.SlugField(unique=True, help_text="A short name for links inside the site.")
    summary = models.CharField(
        max_length=250, blank=True, help_text="What joins its categories, in a sentence."
    )
    drawing = models.CharField(
        max_length=20, blank=True, choices=DRAWINGS, help_text="The small drawing beside its name."
    )
    picture = models.ForeignKey(
        "portal.PortalImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="A wide abstract picture for the pages of its categories.",
    )
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("summary"),
        FieldPanel("drawing"),
        FieldPanel("picture"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name

    @classmethod
    def quoted_in_block(cls, chosen=None) -> dict:
        """Return all groups with their categories."""
        return {"groups": cls.with_categories()}

    @classmethod
    def with_categories(cls) -> list["CategoryGroup"]:
        """Return the groups in order, each with the live categories in ``.categories``."""
        from .category_page import CategoryPage

        pages = public_now(CategoryPage.objects.filter(group__isnull=False))
        in_order = narrow(pages.select_related("group"), *CategoryPage.LONG_TEXTS).order_by(
            "group__sort_order", "group", "path"
        )
        groups = {}
        for page in in_order:
            group = groups.setdefault(page.group_id, page.group)
            group.categories = [*getattr(group, "categories", []), page]
        return list(groups.values())

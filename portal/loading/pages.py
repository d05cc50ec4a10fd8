"""How a content file becomes a page: first its place in the tree, then all it says."""

import json

from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page, Site

from .reader import ContentError, Item
from .references import References

NOT_FIELDS = {"type", "order"}


def refuse_unknown_blocks(block, value, name: str) -> None:
    """Refuse names that the block does not know: Wagtail would drop them without a word.

    Raises:
        ContentError: saying which name, and in which field.
    """
    if isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            if child["type"] not in block.child_blocks:
                raise ContentError(f"{name} has no block {child['type']}. Correct the type.")
            refuse_unknown_blocks(block.child_blocks[child["type"]], child.get("value"), name)
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            refuse_unknown_blocks(block.child_block, child, name)
    elif isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
        if unknown := set(value) - set(block.child_blocks):
            raise ContentError(f"a {block.name} in {name} has no {', '.join(sorted(unknown))}.")
        for child_name, child in value.items():
            refuse_unknown_blocks(block.child_blocks[child_name], child, name)


def rows_of(relation, values: list) -> list:
    """Return the related rows that the file lists under a relation such as ``facts``, not yet saved.

    Raises:
        ContentError: naming what a row says that the model does not have.
    """
    return [relation.related_model(**_row(relation.related_model, row)) for row in values]


def _row(model, row) -> dict:
    """Return the values of one related row; a bare id stands for the row's only reference."""
    references = {
        field.name: field.attname
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey) and not isinstance(field, ParentalKey)
    }
    if isinstance(row, int):
        row = {next(iter(references)): row}
    if unknown := set(row) - {field.name for field in model._meta.local_fields}:
        raise ContentError(
            f"{model._meta.label} has no field {', '.join(sorted(unknown))}. Correct the name."
        )
    return {references.get(name, name): value for name, value in row.items()}


class PageMaker:
    """Pages. References between them may run in circles, so all are made before any is filled."""

    def __init__(self, references: References):
        self.references = references

    def find(self, item: Item):
        """Return the page at the item's address, or None."""
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None:
            return None
        url_path = site.root_page.url_path + item.name.lstrip("/")
        page = Page.objects.filter(url_path=url_path).first()
        return page.specific if page and not self._is_welcome(page) else None

    @staticmethod
    def _is_welcome(page) -> bool:
        """Whether it is the page that Wagtail's own migration makes, which nobody has touched."""
        return page.specific_class is Page and page.latest_revision_id is None

    def marker(self, made) -> str:
        """Return the newest revision, which every save makes, and whether the page is published."""
        return f"{made.latest_revision_id or ''}{'' if made.live else ' unpublished'}"

    def is_untouched_default(self, existing) -> bool:
        """Whether the page came with the installation; the one that did is never found."""
        return False

    def make(self, item: Item):
        """Put an unpublished page with its title at its place in the tree."""
        data = item.data
        model = apps.get_model(data["type"])
        slug = item.name.strip("/").rpartition("/")[2]
        page = model(title=data["title"], slug=slug, summary=data.get("summary", ""), live=False)
        page.show_in_menus = data.get("show_in_menus", False)
        if not slug:
            return self._make_home(page)
        parent_key = "page:" + item.name.rstrip("/").rpartition("/")[0] + "/"
        parent = Page.objects.get(pk=self.references.id_of(parent_key, item.key))
        return parent.add_child(instance=page)

    def fill(self, made, data: dict, item: Item) -> None:
        """Give the page everything the file says, and publish it."""
        for name, value in data.items():
            if name not in NOT_FIELDS:
                self._set(made, name, value, item)
        made.full_clean()
        made.save_revision(clean=False).publish()

    def _make_home(self, page) -> Page:
        """Put the home page in the place of the welcome page that Wagtail's own migration makes."""
        page.slug = "front"
        home = Page.get_first_root_node().add_child(instance=page)
        welcome = Site.objects.get(is_default_site=True).root_page
        Site.objects.filter(is_default_site=True).update(root_page=home)
        Site.clear_site_root_paths_cache()
        Page.objects.get(pk=welcome.pk).delete()
        return home

    def _set(self, page, name: str, value, item: Item) -> None:
        """Set one field of the page from the file."""
        field = page._meta.get_field(name)
        if isinstance(field, StreamField):
            refuse_unknown_blocks(field.stream_block, value, name)
            setattr(page, name, json.dumps([{"value": None, **block} for block in value]))
            field.stream_block.clean(getattr(page, name))
        elif isinstance(field, models.ForeignKey):
            setattr(page, field.attname, value or None)
        elif isinstance(getattr(field, "field", None), ParentalKey):
            setattr(page, name, rows_of(field, value))
        else:
            setattr(page, name, value)

"""How each kind of item becomes an object: find it, make it, fill it, tell whether it was changed."""

import hashlib
import json

from django.apps import apps
from django.core.files import File
from django.forms.models import model_to_dict
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model

from .pages import PageMaker, refuse_unknown_blocks, rows_of
from .reader import ContentError, Item
from .references import References


class Maker:
    """What all kinds share. ``model`` is named by a string, since the floor imports no app."""

    model = ""
    lookup = "slug"

    def __init__(self, references: References):
        self.references = references
        self.manager = self._model().objects

    def _model(self):
        return apps.get_model(self.model)

    def find(self, item: Item):
        """Return the object of the item, or None."""
        return self.manager.filter(**{self.lookup: item.data[self.lookup]}).first()

    def marker(self, made) -> str:
        """Return what changes when somebody edits the object."""
        if revision := getattr(made, "latest_revision_id", None):
            return str(revision)
        values = json.dumps(model_to_dict(made), sort_keys=True, default=str)
        return hashlib.sha256(values.encode()).hexdigest()

    def is_untouched_default(self, existing) -> bool:
        """Whether the object came with the installation, so that nobody made it."""
        return False

    def make(self, item: Item):
        """Make the object with what it cannot be saved without."""
        return self.manager.create(**{self.lookup: item.data[self.lookup]}, **self._own_fields(item.data))

    def fill(self, made, data: dict, item: Item) -> None:
        """Give the object everything the item says."""
        for name, value in self._own_fields(data).items():
            setattr(made, name, value)
        made.full_clean()
        made.save()

    def _own_fields(self, data: dict) -> dict:
        """Return the values by field, refusing names that the model does not have."""
        known = {field.name for field in self._model()._meta.get_fields()}
        unknown = set(data) - known - {"order"}
        if unknown:
            raise ContentError(
                f"{self._model()._meta.label} has no field {', '.join(sorted(unknown))}. Correct the name."
            )
        return {name: value for name, value in data.items() if name in known and name != self.lookup}


class PublishedMaker(Maker):
    """What snippets with drafts and streams of blocks share."""

    def _streams(self) -> set[str]:
        return {field.name for field in self._model()._meta.fields if isinstance(field, StreamField)}

    def _with_streams(self, own: dict) -> dict:
        streams = self._streams()
        return {
            name: json.dumps(value, default=str) if name in streams else value for name, value in own.items()
        }

    def _clean_streams(self, made, data: dict) -> None:
        """Refuse a block that is not known, or that lacks something."""
        for name in self._streams() & set(data):
            block = self._model()._meta.get_field(name).stream_block
            refuse_unknown_blocks(block, data[name], name)
            block.clean(getattr(made, name))


class GroupMaker(Maker):
    """Category groups."""

    model = "categories.CategoryGroup"

    def make(self, item):
        return self.manager.create(slug=item.name, name=item.data["name"])

    def _own_fields(self, data):
        own = {**data, "sort_order": data["order"]}
        picture = own.pop("picture", None)
        return {**super()._own_fields(own), "picture_id": picture}


class SeriesMaker(Maker):
    """Series of figures, known by their questions."""

    model = "statistics.FigureSeries"
    lookup = "question"


class TermMaker(Maker):
    """Terms of the glossary, known by their anchors."""

    model = "guidance.GlossaryTerm"
    lookup = "anchor"


class RouteMaker(PublishedMaker):
    """Help routes. Audiences and nations are lists in the file and ticks in the model.

    ``live = false`` loads a draft, which visitors do not see and which may still lack its contact.
    """

    model = "guidance.HelpRoute"
    NOT_FIELDS = ("slug", "live", "categories", "audiences", "nations", "evidence")

    def make(self, item):
        return self.manager.create(slug=item.name, live=False, **self._own_fields(item.data))

    def fill(self, made, data, item):
        for name, value in self._own_fields(data).items():
            setattr(made, name, value)
        self._clean_streams(made, data)
        made.order = data["order"]
        made.categories.set(data.get("categories", []))
        if "evidence" in data:
            made.evidence = rows_of(self._model()._meta.get_field("evidence"), data["evidence"])
        for name in ("audiences", "nations"):
            if name in data:
                self._set_list(made, name, data[name], item)
        is_live = data.get("live", True)
        made.may_lack_contact = not is_live
        made.full_clean()
        if not is_live:
            made.live = False
            made.save()
        revision = made.save_revision(clean=False)
        if is_live:
            revision.publish()

    def _own_fields(self, data):
        own = super()._own_fields(
            {name: value for name, value in data.items() if name not in self.NOT_FIELDS}
        )
        return self._with_streams(own)

    @staticmethod
    def _set_list(made, name: str, values: list, item: Item) -> None:
        try:
            setattr(made, name, values)
        except ValueError as error:
            raise ContentError(f"{item.key}: {name}: {error}. Correct the name.") from error


class WordsMaker(PublishedMaker):
    """Words people use, known by their names. Phrases are lists in the file and lines in the model."""

    model = "guidance.SearchWords"
    lookup = "name"

    def make(self, item):
        return self.manager.create(name=item.data["name"], live=False)

    def fill(self, made, data, item):
        for name, value in self._own_fields(data).items():
            setattr(made, name, value)
        self._clean_streams(made, data)
        made.full_clean()
        made.save_revision(clean=False).publish()

    def _own_fields(self, data):
        lines = {name: "\n".join(data[name]) for name in ("phrases", "alone") if name in data}
        return self._with_streams(super()._own_fields({**data, **lines}))


class RedirectMaker(Maker):
    """Addresses that people type, each known by itself. Temporary: an editor may give a page one of them."""

    model = "wagtailredirects.Redirect"
    lookup = "old_path"

    def _own_fields(self, data):
        to = data["to"]
        leads = {"redirect_link": to} if isinstance(to, str) else {"redirect_page_id": to}
        return {"is_permanent": False, **leads}

    def make(self, item):
        return self.manager.create(old_path=item.data["old_path"], is_permanent=False)

    def fill(self, made, data, item):
        for name, value in self._own_fields(data).items():
            setattr(made, name, value)
        made.save()


class FileMaker(Maker):
    """What pictures and documents share: they are known by their titles."""

    lookup = "title"

    def make(self, item):
        made = self._model()(title=item.data["title"])
        self.attach(made, item)
        made.save()
        return made

    def attach(self, made, item: Item) -> None:
        """Put the item's file into the object's store."""
        with item.file.open("rb") as file:
            made.file.save(item.file.name, File(file), save=False)


class ImageMaker(FileMaker):
    """Pictures."""

    def _model(self):
        return get_image_model()

    def _own_fields(self, data):
        return super()._own_fields({name: value for name, value in data.items() if name != "depicts"})


class DocumentMaker(FileMaker):
    """Documents."""

    def _model(self):
        return get_document_model()


class SettingsMaker(Maker):
    """The one record of site settings."""

    model = "portal.SiteSettings"

    def find(self, item):
        return self.manager.first()

    def make(self, item):
        return self.manager.create()

    def is_untouched_default(self, existing):
        return True

    def _own_fields(self, data):
        names = {f"{name}_id" if name.endswith("_page") else name: value for name, value in data.items()}
        plain = super()._own_fields(
            {name: value for name, value in names.items() if not name.endswith("_id")}
        )
        return {**plain, **{name: value for name, value in names.items() if name.endswith("_id")}}


MAKERS = {
    "image": ImageMaker,
    "document": DocumentMaker,
    "group": GroupMaker,
    "series": SeriesMaker,
    "term": TermMaker,
    "page": PageMaker,
    "route": RouteMaker,
    "words": WordsMaker,
    "redirect": RedirectMaker,
    "settings": SettingsMaker,
}

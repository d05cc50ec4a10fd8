"""The site's pictures: drawings made for it, each with what it depicts, licence and credit."""

import secrets
from pathlib import PurePath

from django.db import models, transaction
from wagtail.images.models import AbstractImage, AbstractRendition, SourceImageIOError, get_upload_to
from wagtail.images.models import Image as WagtailImage

from ..visibility import in_open_collection
from .files import CleanPictureField
from .source import clean_source


class PortalImage(AbstractImage):
    """A picture. Its renditions are made after it is saved, never in a visitor's request."""

    file = CleanPictureField("file", upload_to=get_upload_to, width_field="width", height_field="height")
    # Not "decorative": Wagtail sets an attribute of that name on every image it loads.
    is_decorative = models.BooleanField(
        "decorative",
        default=False,
        help_text="Tick if the picture adds nothing that the text does not say. Screen readers then skip it.",
    )
    credit = models.CharField(
        max_length=200, blank=True, help_text="Who made it, for example “Drawn for this site”."
    )
    licence = models.CharField(
        max_length=200, blank=True, help_text="Under which licence it may be used here."
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "is_decorative", "credit", "licence")

    @property
    def default_alt_text(self) -> str:
        """The description for people who cannot see it; empty if decorative. Never the file name."""
        return "" if self.is_decorative else self.description

    def save(self, *args, **kwargs):
        # Stored first, since its size may change when it is turned upright.
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
        with transaction.atomic():
            super().save(*args, **kwargs)
            if self.file and self.file.was_stored:
                self.file.was_stored = False
                self.renditions.all().delete()

    def get_rendition(self, filter):  # noqa: A002  (Wagtail's name)
        """Return the rendition, or one that leads nowhere: no list in the admin fails for one bad picture."""
        try:
            return super().get_rendition(filter)
        except OSError:  # no file, a damaged one, or no room for another size
            nowhere = PortalRendition(image=self, width=0, height=0)
            nowhere.file.name = "not-found"
            return nowhere

    def create_rendition(self, filter, source=None):  # noqa: A002
        """Make a rendition, unless somebody gave the picture another file meanwhile.

        ``source`` is the picture from ``clean_source``, where several renditions are made of it.

        Raises:
            SourceImageIOError: if it cannot be made.
        """
        file = self.generate_rendition_file(filter, source=source)
        with transaction.atomic():
            newest = PortalImage.objects.select_for_update().filter(pk=self.pk).first()
            if newest is None or newest.file.name != self.file.name:
                raise SourceImageIOError("The picture was deleted or replaced while it was drawn.")
            return self.renditions.get_or_create(
                filter_spec=filter.spec,
                focal_point_key=filter.get_cache_key(self),
                defaults={"file": file},
            )[0]

    def create_renditions(self, *filters):
        """Make renditions one by one: several at once would hold the whole picture several times."""
        return {filter: self.create_rendition(filter) for filter in filters}  # noqa: A001

    def generate_rendition_file(self, filter, *, source=None):  # noqa: A002
        """Draw from the clean picture, even where an earlier release stored another."""
        try:
            return super().generate_rendition_file(filter, source=source or clean_source(self))
        except SourceImageIOError:
            raise
        # Pillow raises nearly anything over a file that is damaged.
        except Exception as error:
            raise SourceImageIOError(str(error)) from error


class RenditionQuerySet(models.QuerySet):
    """Renditions, by who may have them."""

    def in_open_collections(self):
        """Return those of pictures that are in no private collection."""
        return self.filter(in_open_collection("image__collection__path"))


class PortalRendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    objects = RenditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="portal_rendition_once"
            )
        ]
        # Each request for a picture asks whether it may be sent.
        indexes = [models.Index(fields=("file",), name="portal_rendition_file")]

    def get_upload_to(self, filename: str) -> str:
        """Return a name that nobody can guess; it does not tell how the editor's own file was called."""
        what = self.filter_spec.replace("|", ".")
        return f"images/{secrets.token_hex(8)}.{what}{PurePath(filename).suffix}"

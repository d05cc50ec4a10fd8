"""A field for pictures that are cleaned before a byte of them is stored, whichever way they come."""

import hashlib

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from ..databases.plain_fields import PlainInMigrations
from .cleaning import cleaned
from .refusals import RefusedPictureError


class CleanPictureFile(WagtailImageFieldFile):
    """The file of a ``PortalImage``. ``was_stored`` says that it was given another one since it was saved."""

    was_stored = False

    def get_image_dimensions(self):
        """Return width and height, or nothing for a file that cannot be read: it will be refused later."""
        try:
            return super().get_image_dimensions()
        # Pillow raises nearly anything over a file that somebody broke on purpose.
        except Exception:
            return None, None

    def save(self, name, content, save=True):
        """Store the picture alone, without what its file says beside it.

        Raises:
            ValidationError: if it is refused; nothing is stored.
            OSError: if there is no room for it; nothing is left behind.
        """
        content.seek(0)
        try:
            data = cleaned(content.read())
        except RefusedPictureError as error:
            raise ValidationError({"file": str(error)}) from error
        super().save(name, ContentFile(data, name), save=False)
        self.instance.file_size = len(data)
        self.instance.file_hash = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        self.instance.file.was_stored = True
        if save:
            self.instance.save()

    save.alters_data = True


class CleanPictureField(PlainInMigrations, WagtailImageField):
    """Holds a ``CleanPictureFile``."""

    plain = "wagtail.images.models.WagtailImageField"
    attr_class = CleanPictureFile

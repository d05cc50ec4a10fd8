"""A field for files that are inspected before a byte of them is stored."""

from django.core.files.storage import storages
from django.db import models
from django.db.models.fields.files import FieldFile

from portal.databases.plain_fields import PlainInMigrations

# The code of the error of a file that is refused for what a cleaned copy does not have.
CAN_BE_CLEANED = "can-be-cleaned"


def document_storage():
    """Return the store of documents: a folder that no address reaches."""
    return storages["documents"]


class DocumentFileField(PlainInMigrations, models.FileField):
    """A file in the store of documents."""

    plain = "django.db.models.FileField"
    left_out = ("storage",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"storage": document_storage, **kwargs})


class InspectedFieldFile(FieldFile):
    """A file of a ``PublicationDocument``, which inspects it."""

    def save(self, name, content, save=True):
        """Store the content, if it is fit for readers.

        Raises:
            ValidationError: if it is refused; nothing is stored.
            OSError: if there is no room for it; nothing is left behind.
        """
        self.instance.inspect_new_file(content)
        super().save(name, content, save=False)
        self.instance.note_stored(self.name)
        if save:
            self.instance.save()

    save.alters_data = True


class InspectedFileField(DocumentFileField):
    """Holds an ``InspectedFieldFile``."""

    attr_class = InspectedFieldFile

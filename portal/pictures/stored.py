"""Pictures that are stored already, by an earlier release or by hand."""

from django.core.files.base import ContentFile
from django.db import transaction

from .cleaning import cleaned
from .refusals import RefusedPictureError
from .source import clean_source


def clean_original(image) -> bool:
    """Put the clean picture in the place of the stored file; return whether there was anything to clean.

    Raises:
        SourceImageIOError: if the file is not there, or holds no picture that the site can show.
    """
    source = clean_source(image)
    data = source.read()
    with image.open_file() as file:
        if file.read() == data:
            return False
    old = image.file.name
    with transaction.atomic():
        image.file.save(image.filename, ContentFile(data), save=False)
        image.save()
        transaction.on_commit(lambda: image.file.storage.delete(old))
    return True


def remove_bad_renditions(image) -> int:
    """Remove the renditions that hold more than a picture, or whose file is gone; return how many."""
    bad = [rendition for rendition in image.renditions.all() if not _is_clean(rendition)]
    for rendition in bad:
        rendition.delete()
    return len(bad)


def _is_clean(rendition) -> bool:
    try:
        with rendition.file.storage.open(rendition.file.name) as file:
            data = file.read()
        return cleaned(data) == data
    except (OSError, RefusedPictureError):
        return False

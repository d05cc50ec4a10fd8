"""The stored picture as renditions are drawn from it."""

from django.core.files.base import ContentFile
from wagtail.images.models import SourceImageIOError

from .cleaning import cleaned
from .refusals import RefusedPictureError


def clean_source(image) -> ContentFile:
    """Return the picture's file without anything beside the picture.

    Raises:
        SourceImageIOError: if it is not there, or cannot be shown.
    """
    try:
        with image.open_file() as file:
            return ContentFile(cleaned(file.read()), name=image.file.name)
    except RefusedPictureError as error:
        raise SourceImageIOError(str(error)) from error
    except OSError as error:
        raise SourceImageIOError(str(error)) from error

"""What a publication must have before it offers a file."""

from django.core.exceptions import ValidationError


def validate_publication(page) -> None:
    """Refuse an official file that nobody has cleared for use here.

    Raises:
        ValidationError: naming the field and what to do.
    """
    if page.document_id and not page.document.is_sample and not page.cleared_by:
        raise ValidationError(
            {
                "cleared_by": "Say who checked that this site may offer the file, and when. "
                "If the file only stands in for the official one, tick that on the document."
            }
        )

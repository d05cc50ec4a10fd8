"""What a publication must have before it offers a file."""

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags

CONTACT_NEEDED = (
    "Say whom readers can ask for another format before you publish a page with a file: some cannot "
    "read a PDF. Until you know, save a draft."
)


def validate_publication(page, *, is_published: bool) -> None:
    """Refuse an official file that nobody has cleared for use here, and a published one without a contact.

    Raises:
        ValidationError: naming the fields and what to do.
    """
    errors = {}
    if page.document_id and not page.document.is_sample and not page.cleared_by:
        errors["cleared_by"] = (
            "Say who checked that this site may offer the file, and when. "
            "If the file only stands in for the official one, tick that on the document."
        )
    if page.document_id and is_published and not strip_tags(page.accessible_format_contact).strip():
        errors["accessible_format_contact"] = CONTACT_NEEDED
    if page.document_id and is_published and not page.has_open_document():
        errors["document"] = (
            "This file was deleted. Bring it back under Reports, Deleted documents, or choose another file."
            if page.document.deleted_at
            else "This file is in a private collection, so readers could not get it. Move it to another "
            "collection under Documents, or choose another file."
        )
    if errors:
        raise ValidationError(errors)

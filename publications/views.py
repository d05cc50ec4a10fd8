"""What staff open from the admin."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.text import slugify
from wagtail.permissions import policy_registry

from .files.download import Download
from .files.versions import newest
from .models import PublicationDocument


def staff_file(request, document_id: int):
    """Show a document to staff who may choose or change it, whether or not it is published."""
    document = get_object_or_404(PublicationDocument, pk=document_id)
    policy = policy_registry.get_by_type(PublicationDocument)
    if not policy.user_has_any_permission_for_instance(request.user, ["choose", "change"], document):
        raise PermissionDenied
    response = Download(request, newest(document), slugify(document.title) + ".pdf").response()
    response["Cache-Control"] = "private, no-store"
    return response

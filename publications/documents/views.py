"""Wagtail's views for documents, which also say what a file is, what changed, and why it was not stored.

They answer at Wagtail's own addresses: see ``wagtail_hooks``.
"""

from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from wagtail.documents.views import documents, multiple

from ..files.replacement import describe_replacement
from ..models.binnable import DAYS_KEPT
from .forms import NOT_STORED


class CreateView(documents.CreateView):
    """Adds a document, and says whether screen readers can follow it and what it tells of its makers."""

    def get_success_message(self, instance):
        return f"{super().get_success_message(instance)} {instance.file_verdict}"


class EditView(documents.EditView):
    """Changes a document, and says what changed if its file was replaced."""

    def get_success_message(self):
        message = f"{super().get_success_message()}."
        if self.object.replaced is None:
            return message
        changes = describe_replacement(self.object.replaced, self.object)
        return f"{message} {changes} {self.object.file_verdict}"


class DeleteView(documents.DeleteView):
    """Puts a document into the bin, and says for how long it can come back."""

    def get_success_message(self):
        kept = f"It can be brought back for {DAYS_KEPT} days: Reports, Deleted documents."
        return f"{super().get_success_message()} {kept}"


class AddMultipleView(multiple.AddView):
    """Adds many documents, or parks a file until its form is filled in; says so if there is no room."""

    def post(self, request):
        try:
            return super().post(request)
        except OSError:
            return JsonResponse({"success": False, "error_message": NOT_STORED})


class CreateFromUploadView(multiple.CreateFromUploadedDocumentView):
    """Makes a document of a parked file; says so if the file is refused or there is no room."""

    def post(self, request, *args, **kwargs):
        try:
            return super().post(request, *args, **kwargs)
        except OSError:
            return self._answer(request, NOT_STORED)
        except ValidationError as error:
            self.upload.file.delete()
            self.upload.delete()
            return self._answer(request, " ".join(error.messages))

    def _answer(self, request, sentence: str) -> JsonResponse:
        """Return the form as it was filled in, with the sentence above it."""
        upload_id = self.kwargs[self.upload_pk_url_kwarg]
        prefix = f"{self.edit_upload_form_prefix}-{upload_id}"
        form = self.form_class(request.POST, instance=self.model(), prefix=prefix, user=request.user)
        form.add_error(None, sentence)
        context = {
            self.context_upload_name: self.upload,
            "edit_action": reverse(self.edit_upload_url_name, args=(upload_id,)),
            "delete_action": reverse(self.delete_upload_url_name, args=(upload_id,)),
            "form": form,
        }
        html = render_to_string(self.edit_form_template_name, context, request=request)
        return JsonResponse({"success": False, "form": html})


URLS = [
    path("documents/add/", CreateView.as_view()),
    path("documents/edit/<int:document_id>/", EditView.as_view()),
    path("documents/delete/<int:document_id>/", DeleteView.as_view()),
    path("documents/multiple/add/", AddMultipleView.as_view()),
    path(
        "documents/multiple/create_from_uploaded_document/<int:uploaded_file_id>/",
        CreateFromUploadView.as_view(),
    ),
]

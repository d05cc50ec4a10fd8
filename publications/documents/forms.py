"""The form in which editors add and change a document."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature, Signer
from django.http import QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from wagtail.documents.forms import BaseDocumentForm

from ..inspection import RefusedPdfError, clean
from ..models.cleaned_copy import CleanedCopy
from ..models.document_file import CAN_BE_CLEANED

NOT_STORED = (
    "The file could not be stored, because the server has no room for it. Nothing was saved. "
    "Tell whoever looks after the server, and try again later."
)
_OFFER, _TAKEN = "cleaned_copy", "take_cleaned_copy"
_signer = Signer(salt="publications.documents.forms")


class DocumentForm(BaseDocumentForm):
    """Stores the file while it is checked, so that a full disk is an error of the form.

    For a file that is refused for what can be taken out, it offers a copy without that. The copy waits on the
    server; the form comes back with a tick box, and takes the copy for its file once that is ticked.
    """

    def __init__(self, *args, **kwargs):
        self.user = kwargs.get("user")
        super().__init__(*args, **kwargs)
        self.taken = None
        if told := self.instance.file_verdict:
            # The form for many files has no field for the file.
            field = self.fields.get("file") or self.fields["title"]
            field.help_text = f"{field.help_text} {told}".strip()
        if self.is_bound and (offer := self._offered()):
            self._add_offer(offer)
            if self.data.get(self.add_prefix(_TAKEN)) and not self.files.get(self.add_prefix("file")):
                self._take(offer)

    def _offered(self) -> CleanedCopy | None:
        """Return the offer that the form was shown with, if it still stands and is this user's."""
        try:
            number = _signer.unsign(self.data.get(self.add_prefix(_OFFER)) or "")
        except BadSignature:
            return None
        return CleanedCopy.open_offers().filter(pk=number, made_for=self.user).first()

    def _add_offer(self, offer: CleanedCopy) -> None:
        self.fields[_OFFER] = forms.CharField(
            widget=forms.HiddenInput, initial=_signer.sign(offer.pk), required=False
        )
        self.fields[_TAKEN] = forms.BooleanField(
            label="Take the copy that this site cleaned",
            required=False,
            help_text=(
                f"It is the same file without {offer.removed_words}. {offer.loss} Readers are told that this "
                "site cleaned it. Tick this and save; the file need not be chosen again."
            ),
        )

    def _take(self, offer: CleanedCopy) -> None:
        """Put the copy where a file that was sent would be; it is inspected like one."""
        name = offer.file.name.rsplit("/", 1)[-1]
        file = UploadedFile(offer.file.open("rb"), name, "application/pdf", offer.file.size)
        self.files = MultiValueDict({**self.files, self.add_prefix("file"): [file]})
        self.taken = offer

    def _post_clean(self):
        super()._post_clean()
        if self.has_error("file", CAN_BE_CLEANED):
            self._offer_copy()
        if not self.errors and "file" in self.changed_data:
            try:
                self.instance.store_new_files()
            except OSError:
                self.add_error("file", NOT_STORED)

    def _offer_copy(self) -> None:
        if not isinstance(self.data, QueryDict):  # the uploader of many files shows words, and no form
            self.add_error(
                "file",
                f"This site can take that out, if you add this file alone at {reverse('wagtaildocs:add')}.",
            )
            return
        file = self.files[self.add_prefix("file")]
        try:
            offer = CleanedCopy.offer(clean(file), file.name, self.user)
        except (RefusedPdfError, OSError):
            return
        self._add_offer(offer)
        self.data = self.data.copy()
        self.data[self.add_prefix(_OFFER)] = self.fields[_OFFER].initial
        self.data.pop(self.add_prefix(_TAKEN), None)
        self.add_error("file", "This site can take that out: see the offer at the end of this form.")

    def save(self, commit=True):
        # Wagtail would delete the file that was replaced; the document keeps it as a version.
        self.original_file = None
        if self.taken:
            self.instance.cleaned_from = self.taken.original_sha256
        saved = super().save(commit=commit)
        if self.taken and commit:
            self.taken.accept(saved)
        return saved

"""The form in which editors add and change a document."""

from wagtail.documents.forms import BaseDocumentForm

NOT_STORED = (
    "The file could not be stored, because the server has no room for it. Nothing was saved. "
    "Tell whoever looks after the server, and try again later."
)


class DocumentForm(BaseDocumentForm):
    """Stores the file while it is checked, so that a full disk is an error of the form."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if told := self.instance.origins_verdict:
            # The form for many files has no field for the file.
            field = self.fields.get("file") or self.fields["title"]
            field.help_text = f"{field.help_text} {told}".strip()

    def _post_clean(self):
        super()._post_clean()
        if not self.errors and "file" in self.changed_data:
            try:
                self.instance.store_new_files()
            except OSError:
                self.add_error("file", NOT_STORED)

    def save(self, commit=True):
        # Wagtail would delete the file that was replaced; the document keeps it as a version.
        self.original_file = None
        return super().save(commit=commit)

"""The form in which editors add and change a picture: one of many, from a chooser, or on its own page."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .cleaning import cleaned, kind_of
from .refusals import WRONG_NAME, RefusedPictureError

_ENDINGS = {"JPEG": {"jpg", "jpeg"}, "PNG": {"png"}, "WEBP": {"webp"}, "AVIF": {"avif"}}


class PictureField(WagtailImageField):
    """Wagtail's field, except that the file is looked at, and cleaned, by ``portal.pictures``."""

    def to_python(self, data):
        uploaded = FileField.to_python(self, data)
        if uploaded is None:
            return None
        self.check_image_file_size(uploaded)
        uploaded.seek(0)
        content = uploaded.read()
        try:
            kind = kind_of(content)
            self._check_ending(uploaded.name, kind)
            content = cleaned(content)
        except RefusedPictureError as error:
            raise ValidationError(str(error)) from error
        return SimpleUploadedFile(uploaded.name, content, f"image/{kind.lower()}")

    def _check_ending(self, name: str, kind: str) -> None:
        ending = name.rpartition(".")[2].lower()
        if ending not in _ENDINGS[kind]:
            raise RefusedPictureError(WRONG_NAME.format(ending=ending, kind=kind))


class PictureForm(BaseImageForm):
    """Refuses what the site could not show, and tells what is never kept."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if old := self.fields.get("file"):
            self.fields["file"] = PictureField(label=old.label, required=old.required, widget=old.widget)
            self.fields[
                "file"
            ].help_text = f"{old.help_text} Where and with what a photograph was taken is removed from it."

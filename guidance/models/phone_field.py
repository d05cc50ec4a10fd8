"""A model field for a phone number, typed in either form and kept in the international one."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from portal.databases.plain_fields import PlainInMigrations

from ..phone_numbers import WrongNumberError, international, is_in_uk, national


class PhoneInput(forms.CharField):
    """Shows editors the number as they know it."""

    def prepare_value(self, value):
        return national(value) if isinstance(value, str) else value


class PhoneField(PlainInMigrations, models.CharField):
    """A number that can be called from the UK: "0808 800 5000", "+44 808 800 5000", "999", "7726".

    It is one of the UK, unless the record that holds it says in ``is_abroad`` that it is not.
    """

    plain = "django.db.models.CharField"

    def to_python(self, value):
        # Old drafts hold what was typed then; reading one must never fail, so only validate() refuses.
        try:
            return international(str(value)) if value else ""
        except WrongNumberError:
            return str(value)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        try:
            number = international(value)
        except WrongNumberError as error:
            raise ValidationError(
                "This is not a number that can be called from the UK. Check it against the service's own "
                "site and enter it like 0808 800 5000 or 999, without words and without an extension."
            ) from error
        if not is_in_uk(number) and not getattr(model_instance, "is_abroad", False):
            raise ValidationError(
                "This is not a number of the UK. Check it. If the service really answers abroad, tick "
                "“Its numbers are abroad”."
            )

    def get_prep_value(self, value):
        return super().get_prep_value(self.to_python(value))

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PhoneInput, **kwargs})

"""A decimal that is shown as it is typed, and typed as people write numbers."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from .reading import parse_number


class NumberInputField(forms.DecimalField):
    """A form's number that may be pasted as a source prints it: "8.3 million", "550,000"."""

    widget = forms.TextInput

    def to_python(self, value):
        """Return the number.

        Raises:
            ValidationError: saying how to type it.
        """
        if isinstance(value, str) and value.strip():
            try:
                value = parse_number(value)
            except ValueError as error:
                raise ValidationError(str(error), code="invalid") from error
        return super().to_python(value)


class PlainDecimalField(models.DecimalField):
    """A DecimalField without trailing zeros: editors see 8300000, not 8300000.0000."""

    def from_db_value(self, value, expression, connection):
        """Return the number without the zeros that the column's width adds."""
        if value is None:
            return None
        value = Decimal(value)
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()

    def formfield(self, **kwargs):
        """Return a field that reads numbers as people write them."""
        return super().formfield(**{"form_class": NumberInputField, **kwargs})

    def deconstruct(self):
        """Look like a plain DecimalField to migrations: the column is the same."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.DecimalField", args, kwargs

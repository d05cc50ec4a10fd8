"""A decimal that is shown as it is typed."""

from decimal import Decimal

from django.db import models


class PlainDecimalField(models.DecimalField):
    """A DecimalField without trailing zeros: editors see 8300000, not 8300000.0000."""

    def from_db_value(self, value, expression, connection):
        """Return the number without the zeros that the column's width adds."""
        if value is None:
            return None
        value = Decimal(value)
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()

    def deconstruct(self):
        """Look like a plain DecimalField to migrations: the column is the same."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.DecimalField", args, kwargs

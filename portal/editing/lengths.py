"""A text that is too long is refused with how much too long it is, and never cut.

Browsers cut what is pasted at ``maxlength`` without a word. Forms of the admin give the limit as
``data-limit`` instead, to which static/js/admin_lengths.js adds a counter.
"""

from functools import wraps

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator


def _without_cutting(original):
    @wraps(original)
    def widget_attrs(self, widget):
        attrs = original(self, widget)
        if "maxlength" in attrs:
            attrs["data-limit"] = attrs.pop("maxlength")
        return attrs

    return widget_attrs


def _with_a_sentence(original):
    @wraps(original)
    def judge(self, value):
        try:
            original(self, value)
        except ValidationError as error:
            limit, length = error.params["limit_value"], error.params["show_value"]
            over = length - limit
            characters = "character" if over == 1 else "characters"
            sentence = f"This is {over:,} {characters} too long: {length:,} of at most {limit:,}. Shorten it."
            raise ValidationError(sentence, code=error.code, params=error.params) from None

    return judge


def say_how_much_is_too_long() -> None:
    """Take the cutting from every text field of a form, and give its refusal the number of characters."""
    forms.CharField.widget_attrs = _without_cutting(forms.CharField.widget_attrs)
    MaxLengthValidator.__call__ = _with_a_sentence(MaxLengthValidator.__call__)

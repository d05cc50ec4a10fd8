"""The form with a field for each phrase."""

from itertools import groupby

from django import forms
from wagtail import hooks

from .catalogue import catalogue
from .checks import MAX_LENGTH, why_not

# A function of another app that gets all words by their defaults, and returns errors by default words.
CHECK_HOOK = "portal_phrases_check"


class PhrasesForm(forms.Form):
    """Each phrase with what is said now; a field that is emptied says the default again."""

    def __init__(self, *args, instead: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        for phrase in catalogue():
            self.fields[phrase.name] = forms.CharField(
                label=phrase.default,
                initial=instead.get(phrase.default, phrase.default),
                required=False,
                # More than may be saved, so that a text that is too long is refused and not cut.
                max_length=10 * MAX_LENGTH,
                widget=forms.Textarea(attrs={"rows": 2}) if len(phrase.default) > 60 else forms.TextInput,
            )

    def by_place(self) -> list[tuple[str, list]]:
        """Return the fields, bound, by where their words stand."""
        return [
            (place, [self[phrase.name] for phrase in phrases])
            for place, phrases in groupby(catalogue(), lambda phrase: phrase.place)
        ]

    def clean(self):
        cleaned = super().clean()
        self.instead = {}
        for phrase in catalogue():
            words = " ".join(cleaned.get(phrase.name, "").split())
            if not words or words == phrase.default:
                continue
            if reason := why_not(phrase, words):
                self.add_error(phrase.name, reason)
            self.instead[phrase.default] = words
        names = {phrase.default: phrase.name for phrase in catalogue()}
        for check in hooks.get_hooks(CHECK_HOOK):
            for default, reason in check(self.instead).items():
                self.add_error(names[default], reason)
        return cleaned

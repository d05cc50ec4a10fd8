"""Characters that no text of the site may hold, taken out where text enters and where it leaves.

Word puts U+000B into pasted text; it is legal in HTML and in a database and breaks an XML feed. Half of a
pair (a surrogate) is legal in JSON and breaks everything else. Marks that turn the direction of writing
can make words read as others than they are, and nothing here is written from right to left.
"""

import json
import re

# What parts lines: vertical tab, form feed, next line, line and paragraph separator.
_PARTING = re.compile("[\x0b\x0c\x85\u2028\u2029]+")
_NEVER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls but tab, line feed and return
    "\u202a-\u202e\u2066-\u2069"  # turning the direction of writing
    "\ud800-\udfff"  # halves of pairs
    "\ue000\ue001"  # ``portal.answering.links`` marks places with them
    "\ufdd0-\ufdef\ufeff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


def clean_text(text: str) -> str:
    """Return the text without such characters; where one parted two words, a space does."""
    return _NEVER.sub("", _PARTING.sub(" ", text))


def is_clean(text: str) -> bool:
    """Whether ``clean_text`` would leave the text as it is; of very many short texts, ask of all in one.

    None of the characters is printable in Python's sense, which is the quicker question.
    """
    return text.isprintable() or not (_PARTING.search(text) or _NEVER.search(text))


def without_halves(text: str) -> str:
    """Return what is about to be sent without halves of pairs: no bytes stand for them."""
    return text.encode("utf-8", "ignore").decode()


def clean_all(value):
    """Return data such as JSON holds, with every text in it cleaned; everything else as it is."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {clean_all(name): clean_all(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean_all(inner) for inner in value]
    return value


def clean_posted(text: str) -> str:
    """Return a form's value cleaned, also where it is JSON, which writes such characters as ``\\u000b``."""
    text = clean_text(text)
    if not (text.startswith(("{", "[")) and "\\" in text):
        return text
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return text
    cleaned = clean_all(data)
    return text if cleaned == data else json.dumps(cleaned)


def clean_fields(instance) -> None:
    """Clean every text of a model's object, so that what code or a command made is clean as well."""
    for field in instance._meta.concrete_fields:
        value = instance.__dict__.get(field.attname)
        if isinstance(value, str) and value:
            setattr(instance, field.attname, clean_text(value))


class CleanTextMiddleware:
    """Cleans all that a form sends: whichever form it is, of Wagtail, of the site or of another app.

    Passwords are left alone: one that was chosen with such a character must go on working.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Put the cleaned form in the place of the sent one, if anything in it had to be cleaned."""
        if request.method != "POST" or not request.POST:
            return
        form = request.POST.copy()
        for name, values in form.lists():
            if "password" not in name:
                form.setlist(name, [clean_posted(value) for value in values])
        if form != request.POST:
            form._mutable = False
            request.POST = form

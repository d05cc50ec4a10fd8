"""Pictures on pages: only what is made already, and only what anyone may see."""

from django import template
from django.utils.safestring import mark_safe

from ..pictures.renditions import as_html

register = template.Library()


@register.simple_tag
def ready_picture(image, **attributes):
    """Return a picture in all its sizes and formats, or nothing if it is private, not made yet, or broken."""
    return mark_safe(as_html(image, **attributes))  # noqa: S308  (Wagtail has escaped the attributes)

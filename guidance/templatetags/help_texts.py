"""``{% filter one_level_deeper %}…{% endfilter %}``: a page of help as a part of a longer text."""

from django import template
from django.utils.safestring import mark_safe

from ..text_edition import help_set

register = template.Library()


@register.filter(is_safe=True)
def one_level_deeper(html: str) -> str:
    """Return HTML that a template made, with its headings one level deeper."""
    return mark_safe(help_set.one_level_deeper(html))  # noqa: S308  (the same HTML)

"""``{% frame_of figure %}``: the HTML that shows a figure on another site."""

from django import template

from ..embedding.frame import frame

register = template.Library()
register.simple_tag(frame, name="frame_of")

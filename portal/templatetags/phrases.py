"""``{% say "Who to tell" %}``, or ``{{ words|said }}``: words that editors may say otherwise."""

from django import template

from ..phrases import said

register = template.Library()
register.simple_tag(said, name="say")
register.filter("said", said)

"""Who a help route is for, and where it answers: the words that routes and the finder share."""

from django.db.models import TextChoices

from portal.text.nations import Nation

__all__ = ["Audience", "Nation"]


class Audience(TextChoices):
    """Who is asking. Never send an adult to a line for children, nor a child to one for adults."""

    CHILD = "child", "A child or young person"
    ADULT_WORRIED = "adult_worried", "An adult worried about a child"
    VICTIM_SURVIVOR = "victim_survivor", "A victim or survivor"
    OWN_BEHAVIOUR = "own_behaviour", "Someone worried about their own thoughts or behaviour"
    PROFESSIONAL = "professional", "Someone who works with children or the public"
    ORGANISATION = "organisation", "An organisation or business"

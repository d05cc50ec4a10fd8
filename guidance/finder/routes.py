"""Which routes a leaf names: those of its audience, about its categories, in the reader's nation."""

from ..audiences import Nation
from ..models import HelpRoute
from ..models.named_in_finder import ONLY_WHERE_NAMED
from .steps import MOST_CLICKS, Leaf


def _about(routes: list[HelpRoute], slugs: tuple[str, ...], also: tuple[str, ...]) -> list[HelpRoute]:
    """Return those of the routes that are about any of the categories, or named beside these.

    All of them where a category is not found, since editors may have given it another address:
    too many routes are better than none.
    """
    link = HelpRoute.categories.through
    category = HelpRoute._meta.get_field("categories").related_model
    found = category.objects.filter(slug__in=slugs).values_list("pk", flat=True)
    if len(found) < len(slugs):
        return routes
    about = set(link.objects.filter(categorypage__in=list(found)).values_list("helproute_id", flat=True))
    return [route for route in routes if route.for_every_category or route.pk in about or route.slug in also]


def routes_for(leaf: Leaf) -> list[HelpRoute]:
    """Return the routes of a leaf in every nation, those that fit best first.

    A route whose contacts are withdrawn keeps its place, with its official site: nobody is left without
    the one who is there for them because of a late check. Only if no site is known it comes after those
    that can be reached. Only the leaf without an audience names the emergency route: on every page it
    stands above.
    """
    if leaf.audience is None:
        return list(HelpRoute.objects.shown().filter(is_emergency=True))
    named = HelpRoute.objects.fitting(leaf.audience) | HelpRoute.objects.shown().filter(slug__in=leaf.also)
    left_out = {*leaf.without, *ONLY_WHERE_NAMED} - {*leaf.also}
    fitting = [route for route in named if not route.is_emergency and route.slug not in left_out]
    place = {slug: number for number, slug in enumerate(leaf.first)}
    # After those that fit best, a service made for this comes before one for every crime.
    return sorted(
        _about(fitting, leaf.categories, leaf.also),
        key=lambda route: (
            route.slug in leaf.last,
            not route.ways(),
            place.get(route.slug, len(place)),
            route.for_every_category,
        ),
    )


def in_nation(leaf: Leaf, routes: list[HelpRoute], nation: Nation | None) -> list[HelpRoute]:
    """Return those of a leaf's routes that answer in the nation; without one all, first those for all."""
    if nation is None:
        return sorted(routes, key=lambda route: (route.slug in leaf.last, _is_for_some_nations(route)))
    return [route for route in routes if nation in route.nations]


def _is_for_some_nations(route: HelpRoute) -> bool:
    return len(route.nations) < len(Nation)


def asks_where(leaf: Leaf, routes: list[HelpRoute], clicks: int) -> bool:
    """Whether to ask where the reader is, who came by so many clicks.

    It is not asked if all the routes answer everywhere, nor where it would be one click too many: each card
    says where it answers.
    """
    return bool(leaf.audience) and clicks < MOST_CLICKS and any(map(_is_for_some_nations, routes))

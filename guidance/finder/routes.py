"""Which routes a leaf names: those of its audience, about its categories, in the reader's nation."""

from ..audiences import Nation
from ..models import HelpRoute
from .steps import Leaf


def _about(routes: list[HelpRoute], slugs: tuple[str, ...]) -> list[HelpRoute]:
    """Return those of the routes that are about any of the categories.

    All of them where a category is not found, since editors may have given it another address:
    too many routes are better than none.
    """
    link = HelpRoute.categories.through
    category = HelpRoute._meta.get_field("categories").related_model
    found = category.objects.filter(slug__in=slugs).values_list("pk", flat=True)
    if len(found) < len(slugs):
        return routes
    about = set(link.objects.filter(categorypage__in=list(found)).values_list("helproute_id", flat=True))
    return [route for route in routes if route.for_every_category or route.pk in about]


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
    fitting = [route for route in named if not route.is_emergency and route.slug not in leaf.without]
    place = {slug: number for number, slug in enumerate(leaf.first)}
    # After those that fit best, a service made for this comes before one for every crime.
    return sorted(
        _about(fitting, leaf.categories),
        key=lambda route: (
            not route.ways(),
            place.get(route.slug, len(place)),
            route.for_every_category,
        ),
    )


def in_nation(routes: list[HelpRoute], nation: Nation | None) -> list[HelpRoute]:
    """Return those of the routes that answer in the nation; without one, all of them."""
    return [route for route in routes if nation is None or nation in route.nations]


def differ_by_nation(routes: list[HelpRoute]) -> bool:
    """Whether it matters for these routes where the reader is."""
    return any(len(route.nations) < len(Nation) for route in routes)

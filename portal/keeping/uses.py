"""What stands on a page, document, picture or record: whatever visitors see that would lack it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from wagtail.contrib.settings.registry import registry
from wagtail.models import Page, ReferenceIndex, Site

Key = tuple[type[Model], str]


def key_of(thing: Model) -> Key:
    """Return what tells the object from all others, whichever of its models it was loaded as."""
    parents = thing._meta.get_parent_list()
    return (parents[-1] if parents else thing._meta.concrete_model), str(thing.pk)


def sources_of(keys: Iterable[Key]) -> dict[Key, list[Model]]:
    """Return all that refers to each of the objects, live or not, from Wagtail's index of references."""
    types, wanted = {}, Q(pk=None)
    for model, pk in keys:
        types[ContentType.objects.get_for_model(model).pk] = model
        wanted |= Q(to_content_type=ContentType.objects.get_for_model(model), to_object_id=pk)
    rows = set(
        ReferenceIndex.objects.filter(wanted).values_list(
            "to_content_type", "to_object_id", "base_content_type", "object_id"
        )
    )
    loaded = _loaded((row[2:]) for row in rows)
    found = defaultdict(list)
    for target_type, target, *source in rows:
        if tuple(source) in loaded:
            found[types[target_type], target].append(loaded[tuple(source)])
    return found


def _loaded(references) -> dict[tuple[int, str], Model]:
    """Return the objects of (content type, id), by these."""
    ids = defaultdict(set)
    for content_type, pk in references:
        ids[content_type].add(pk)
    found = {}
    for content_type, pks in ids.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        for thing in model._default_manager.filter(pk__in=pks) if model else ():
            found[content_type, str(thing.pk)] = thing
    return found


def _is_shown(thing: Model, trail: frozenset[Key]) -> bool:
    """Whether visitors see the object: a record without a state of its own is seen where it is used."""
    if isinstance(thing, Page):
        return thing.live
    if hasattr(thing, "is_shown"):
        return thing.is_shown()
    if hasattr(thing, "live"):
        return thing.live
    key = key_of(thing)
    return key not in trail and any(
        _is_shown(source, trail | {key}) for source in sources_of([key]).get(key, ())
    )


def named_by_the_site(page: Page) -> Iterator[Model]:
    """Yield the settings, banner and site that name the page."""
    for model in (*registry, Site):
        for field in model._meta.concrete_fields:
            if field.related_model and issubclass(field.related_model, Page):
                yield from model._default_manager.filter(**{field.name: page.pk})


def shown_on(thing: Model) -> list[Model]:
    """Return what visitors see that refers to the object, each once, in the order of its name."""
    key = key_of(thing)
    shown = [
        source
        for source in sources_of([key]).get(key, ())
        if key_of(source) != key and _is_shown(source, frozenset({key}))
    ]
    return sorted(shown, key=str)


def uses_of(thing: Model) -> list[Model]:
    """Return what visitors would miss the object on, and the settings that name it.

    A page that is not live, and not yet shown anywhere, is missed by nobody but the settings.
    """
    if not isinstance(thing, Page):
        return shown_on(thing)
    return [*named_by_the_site(thing), *(shown_on(thing) if thing.live else ())]


def live_children(page: Page) -> list[Page]:
    """Return the live pages right below a page: without it they would hang in the air."""
    if not page.numchild:
        return []
    return list(
        Page.objects.filter(path__startswith=page.path, depth=page.depth + 1, live=True).order_by("path")
    )


def left_behind(going: Iterable[Model]) -> list[tuple[Model, list[Model]]]:
    """Return those of the objects that others stand on which do not go with them, each with these."""
    going = list(going)
    keys = {key_of(thing) for thing in going}
    found = []
    for thing in going:
        below = live_children(thing) if isinstance(thing, Page) and thing.live else []
        uses = {key_of(use): use for use in (*uses_of(thing), *below)}
        if left := [use for key, use in uses.items() if key not in keys]:
            found.append((thing, left))
    return found

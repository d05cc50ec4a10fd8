"""Makes pages for tests: one function per page type, each with what the type cannot do without."""

from itertools import count

from django.utils.text import slugify

_numbers = count(1)


def _add(parent, model, **fields):
    """Add a published page below the parent and return it as it is in the database."""
    title = fields.pop("title", None) or f"Page {next(_numbers)}"
    summary = fields.pop("summary", "A short summary.")
    page = model(title=title, slug=fields.pop("slug", slugify(title)), summary=summary, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def make_information_page(parent, **fields):
    """An information page."""
    from portal.models import InformationPage

    return _add(parent, InformationPage, **fields)


def make_category(parent, **fields):
    """A category, in the first group unless told otherwise."""
    from categories.models import CategoryGroup, CategoryPage

    fields.setdefault("group", CategoryGroup.objects.first())
    return _add(parent, CategoryPage, **fields)


def make_figure(parent, **fields):
    """A verified figure with value, period and source."""
    from statistics.models import StatisticPage

    fields = {
        "lower_value": 1200,
        "counted": "things counted",
        "period": "2020",
        "area": "UK",
        "source_name": "A source, 2020",
        "state": "verified",
        **fields,
    }
    return _add(parent, StatisticPage, **fields)


def make_guidance(parent, **fields):
    """A guidance page."""
    from guidance.models import GuidancePage

    return _add(parent, GuidancePage, **fields)


def make_publication(parent, **fields):
    """A publication without a file."""
    from publications.models import PublicationPage

    fields = {"edition": "2021", "publisher": "A publisher", "published_on": "2021", **fields}
    return _add(parent, PublicationPage, **fields)

"""Thousands of figures for tests, written to the tables at once: the tree would take 40 ms for each."""

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchVector
from django.db import connection
from django.db.models import Value
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from statistics.models import StatisticPage

STATES = ("verified", "attributed", "unverified")


def add_figures(parent, categories, number: int) -> None:
    """Write figures to the tables at once."""
    kind, locale = ContentType.objects.get_for_model(StatisticPage), parent.locale_id
    first = Page.objects.order_by("pk").last().pk + 1
    start = parent.numchild
    pages = [
        Page(
            id=first + n,
            path=Page._get_path(parent.path, parent.depth + 1, start + n + 1),
            depth=parent.depth + 1,
            title=f"Figure {start + n}",
            draft_title=f"Figure {start + n}",
            slug=f"figure-{start + n}",
            url_path=f"{parent.url_path}figure-{start + n}/",
            content_type=kind,
            locale_id=locale,
        )
        for n in range(number)
    ]
    Page.objects.bulk_create(pages, batch_size=1_000)
    figures = [
        StatisticPage(
            page_ptr_id=page.pk,
            lower_value=n,
            counted="things counted",
            period="2020",
            year=1990 + n % 30,
            area="UK",
            source_name="A source, 2020",
            state=STATES[n % 3],
            does_not_mean=f"<p>It does not mean that there were {n} things &amp; no more.</p>",
            category_id=categories[n % len(categories)].pk,
        )
        for n, page in enumerate(pages)
    ]
    write_rows(figures)


def write_rows(figures) -> None:
    """Write the figures' own columns: Django does not bulk-create what has a parent table."""
    fields = StatisticPage._meta.local_concrete_fields
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    values = ", ".join(["%s"] * len(fields))
    rows = [
        [field.get_db_prep_save(getattr(figure, field.attname), connection) for field in fields]
        for figure in figures
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO statistics_statisticpage ({columns}) VALUES ({values})", rows)
        cursor.execute("ANALYZE")


def indexed(text: str):
    """Return the text as the database's index holds it."""
    return SearchVector(Value(text), config="english") if connection.vendor == "postgresql" else text


def index_figures(text: str = "", more: dict[str, str] | None = None) -> None:
    """Write the index entries of figures that have none, so that a search finds them by title and text.

    ``more`` is text that the figure with an id, written in digits, has beside it.
    """
    kind = ContentType.objects.get_for_model(StatisticPage)
    known = set(IndexEntry.objects.filter(content_type=kind).values_list("object_id", flat=True))
    titles = StatisticPage.objects.values_list("pk", "title")
    entries = [
        IndexEntry(
            content_type=kind,
            object_id=str(pk),
            title=indexed(title),
            body=indexed(f"{text} {(more or {}).get(str(pk), '')}"),
            autocomplete=indexed(title),
        )
        for pk, title in titles
        if str(pk) not in known
    ]
    IndexEntry.objects.bulk_create(entries, batch_size=1_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")

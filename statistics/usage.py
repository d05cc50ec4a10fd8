"""Where a figure is used, and the refusal to take it away from there without a word."""

from wagtail.models import Page, ReferenceIndex

from .models import Correction, StatisticPage


def used_on(figure) -> list[Page]:
    """Return the live pages that quote the figure, or that name it as the newer one or a related one."""
    references = ReferenceIndex.get_references_to(figure)
    ids = {reference.object_id for reference in references} - {str(figure.pk)}
    return list(Page.objects.filter(pk__in=[pk for pk in ids if pk.isdecimal()], live=True).order_by("title"))


def figures_in(page) -> list[StatisticPage]:
    """Return the figures that go when the page goes: itself, or those below it."""
    return list(StatisticPage.objects.descendant_of(page, inclusive=True))


def why_not_unpublish(page) -> str:
    """Return why taking the page off the site would leave a gap elsewhere, or empty."""
    going = figures_in(page)
    going_ids = {figure.pk for figure in going}
    for figure in going:
        pages = [other.title for other in used_on(figure) if figure.live and other.pk not in going_ids]
        if pages:
            return (
                f"“{figure.title}” is used on: {', '.join(pages)}. Take it out there first. If the figure "
                "should no longer be used, set its state to “Withdrawn”: it keeps its address and says why."
            )
    return ""


def why_not_delete(page) -> str:
    """Return why the page cannot be deleted, or empty."""
    corrected = Correction.objects.filter(figure__in=figures_in(page)).select_related("figure").first()
    if corrected:
        return (
            f"“{corrected.figure.title}” was corrected after it was published, and corrections are never "
            "deleted. Set its state to “Withdrawn” instead."
        )
    return why_not_unpublish(page)

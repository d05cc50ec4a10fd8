"""What happens when a figure is published: version kept, change recorded, source looked up."""

from django.utils import timezone

from .models import Correction, FigureVersion, StatisticPage
from .models.evidence import check_evidence
from .models.versioned import same_words

UNEXPLAINED = "The figure was changed."


def _statement(said: dict) -> str:
    return f"{said['value_text']} {said['counted_text']} ({said['period']})"[:500]


def record_correction(figure, before: dict | None, now: dict) -> None:
    """Keep a correction if the editor worded one, or if value, unit or period changed without words."""
    changed = before is not None and any(before.get(name) != now[name] for name in figure.CORRECTED)
    if before is None or not (changed or figure.correction):
        return
    Correction.objects.create(
        figure=figure,
        words=figure.correction or UNEXPLAINED,
        was=_statement(before) if changed else "",
        now=_statement(now) if changed else "",
    )


def _forget_worded_correction(figure, revision) -> None:
    """Empty the field that held the words, so that the next edit starts without them."""
    StatisticPage.objects.filter(pk=figure.pk).update(correction="")
    figure.correction = ""
    if revision:
        revision.content["correction"] = ""
        revision.save(update_fields=["content"])


def keep_version(figure, newest, now: dict) -> None:
    """Keep what the figure says now under the next number."""
    is_same_state = newest is not None and newest.said["state"] == now["state"]
    FigureVersion.objects.create(
        figure=figure,
        number=newest.number + 1 if newest else 1,
        state_since=newest.state_since if is_same_state else timezone.localdate(),
        said=now,
    )


def figure_published(sender, instance, revision=None, **kwargs) -> None:
    """Keep what the figure says now as a version, if anything of it changed."""
    newest = instance.newest_version()
    before, now = (newest.said if newest else None), instance.says_now()
    record_correction(instance, before, now)
    if instance.correction:
        _forget_worded_correction(instance, revision)
    if not same_words(before, now):
        keep_version(instance, newest, now)
    check_evidence(instance)


def check_again(document, **kwargs) -> None:
    """Look up the figures of a document whose file was replaced."""
    for figure in StatisticPage.objects.filter(live=True, publication__document=document):
        check_evidence(figure)

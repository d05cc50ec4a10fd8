"""Makes pages, snippets, pictures and documents from content items, and never undoes an editor."""

from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import transaction

from ..models import LoadedContent
from .makers import MAKERS, PageMaker
from .reader import ContentError, Item, read_content
from .references import References


@dataclass
class Outcome:
    """What a run did, as keys."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


class Loader:
    """Loads a content folder. A second run changes only what changed in the folder.

    What an editor changed, made or deleted is left alone, unless ``replace`` is true.
    """

    def __init__(self, folder: Path, *, replace: bool = False):
        self.items = read_content(folder)
        self.replace = replace
        self.references = References()
        self.makers = {kind: make(self.references) for kind, make in MAKERS.items()}
        self.outcome = Outcome()

    @transaction.atomic
    def run(self) -> Outcome:
        """Load everything, or nothing.

        Raises:
            ContentError: naming the item that is wrong.
        """
        records = {record.key: record for record in LoadedContent.objects.all()}
        to_fill = [item for item in self.items if self._start(item, records.get(item.key))]
        for item in to_fill:
            self._fill(item)
        return self.outcome

    def _start(self, item: Item, record: LoadedContent | None) -> bool:
        """Find or make the item's object; return whether it is to be filled."""
        maker = self.makers[item.kind]
        existing = self._guard(item, lambda: maker.find(item))
        if existing is not None:
            self.references.ids[item.key] = existing.pk
        if self._is_editors(maker, existing, record):
            self.outcome.kept.append(item.key)
            return False
        if existing is None:
            self._guard(item, lambda: self._make(maker, item))
            self.outcome.created.append(item.key)
            return True
        if record and record.digest == item.digest and not self.replace:
            self.outcome.unchanged.append(item.key)
            return False
        self.outcome.updated.append(item.key)
        return True

    def _is_editors(self, maker, existing, record) -> bool:
        """Whether an editor made, changed or deleted the object since it was loaded."""
        if self.replace:
            return False
        if record is None:
            return existing is not None and not maker.is_untouched_default(existing)
        return existing is None or maker.marker(existing) != record.revision_id

    def _make(self, maker, item: Item) -> None:
        self.references.ids[item.key] = maker.make(item).pk

    def _fill(self, item: Item) -> None:
        maker = self.makers[item.kind]
        made = maker.find(item)
        if made is None:
            raise ContentError(f"{item.key} disappeared while it was loaded. Run the command again.")
        self._guard(item, lambda: maker.fill(made, self.references.resolve(item.data, item.key), item))
        made = maker.find(item)
        LoadedContent.objects.update_or_create(
            key=item.key,
            defaults={
                "digest": item.digest,
                "object_id": str(made.pk),
                "revision_id": maker.marker(made),
            },
        )

    @staticmethod
    def _guard(item: Item, work):
        """Do the work, naming the item if its content is refused or wrongly written."""
        try:
            return work()
        except ContentError as error:
            raise ContentError(f"{item.key}: {error}") from error
        except (ValidationError, LookupError, TypeError, ValueError, FieldDoesNotExist) as error:
            what = f"{error} is missing" if isinstance(error, KeyError) else error
            raise ContentError(f"{item.key}: {what}. Correct the file and run again.") from error


__all__ = ["ContentError", "Loader", "Outcome", "PageMaker"]

"""Fields that migrations know as the framework's own, so that no migration runs living code.

What makes such a field more than a plain one is how its values are checked, written and shown: its column is
the plain one's. So a block, a check or a store can change, move or go without a migration.
"""

from wagtail.fields import StreamField

from ..text.sentences import as_sentences


class PlainInMigrations:
    """Stands before a field class. ``plain`` is the path of the plain field that has the same column.

    ``left_out`` names the arguments that make no difference to the column.
    """

    plain: str
    left_out: tuple[str, ...] = ()

    def deconstruct(self):
        """Return what migrations keep of the field."""
        name, _, args, kwargs = super().deconstruct()
        return name, self.plain, args, {key: kwargs[key] for key in kwargs if key not in self.left_out}


class BlocksField(PlainInMigrations, StreamField):
    """A stream of blocks. Migrations know nothing of the blocks; a stream is kept as it was written."""

    plain = "wagtail.fields.StreamField"

    def get_searchable_content(self, value):
        """Return what search reads of the blocks as sentences, since a search shows a part of them."""
        return [as_sentences(super().get_searchable_content(value))]

    def deconstruct(self):
        """Return what migrations keep of the field: a stream of no blocks."""
        name, path, _, kwargs = super().deconstruct()
        return name, path, [[]], {**kwargs, "block_lookup": {}}

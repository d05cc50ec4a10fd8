"""Keeps files whole or not at all."""

import os
import secrets

from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible
class WholeFileStorage(FileSystemStorage):
    """A folder in which a file appears under its name only when all of it was written.

    Where writing fails half way, because the disk is full or the connection of a network disk breaks, what
    was written is removed; else it would keep the disk full.
    """

    def _save(self, name, content):
        partial = f"{name}.{secrets.token_hex(8)}.partial"
        try:
            super()._save(partial, content)
            name = self._claim(name)
            os.replace(self.path(partial), self.path(name))
        except BaseException:
            self.delete(partial)
            raise
        return name

    def _claim(self, name: str) -> str:
        """Return the name, or a similar one, as an empty file that nobody else can have taken."""
        while True:
            try:
                os.close(os.open(self.path(name), os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name

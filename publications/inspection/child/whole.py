"""A whole PDF as bytes that are read from the disk when they are looked at, and need not stay in memory."""

import mmap
import os
from io import BytesIO
from typing import BinaryIO

PIECE = 4 * 1024 * 1024  # bytes


class Whole(mmap.mmap):
    """The open file of the number, which is not empty, to be cut and searched like bytes."""

    number: int

    def __new__(cls, number: int):
        one = super().__new__(cls, number, 0, access=mmap.ACCESS_READ)
        one.number = number
        return one


type Content = bytes | Whole


def let_go(content: Content) -> None:
    """Give back the memory of what has been looked at; it is read again when it is needed again."""
    if isinstance(content, Whole):
        content.madvise(mmap.MADV_DONTNEED)


def opened(content: Content) -> BinaryIO:
    """Return the content as a file for a library, which then reads it a little at a time."""
    if isinstance(content, Whole):
        os.lseek(content.number, 0, os.SEEK_SET)
        return open(content.number, "rb", closefd=False)
    return BytesIO(content)


class Counted:
    """A file that counts the bytes that are read from it."""

    def __init__(self, file: BinaryIO):
        self._file, self.count = file, 0
        self.seek, self.tell, self.close = file.seek, file.tell, file.close

    def read(self, size: int = -1) -> bytes:
        """Return so many bytes."""
        found = self._file.read(size)
        self.count += len(found)
        return found

    def readinto(self, buffer) -> int:
        """Fill the buffer and return with how many bytes."""
        found = self.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)

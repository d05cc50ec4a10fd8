"""How much of everything an uploaded PDF may hold or cost. The parent and its child process share these."""

MAX_BYTES = 60 * 1024 * 1024
MAX_PAGES = 2000
MAX_OBJECTS = 300_000
# How deep arrays and dictionaries, or the tree of pages, may be nested.
MAX_DEPTH = 100
# What one stream, and all of them together, may hold when decompressed, in bytes.
MAX_STREAM_BYTES = 192 * 1024 * 1024
MAX_ALL_STREAMS_BYTES = 1024 * 1024 * 1024
MAX_FILTERS = 4
# One picture: A3 at 600 dots per inch has 70 million.
MAX_PICTURE_PIXELS = 100_000_000
# Between the header and the first object, in bytes.
MAX_OPENING_BYTES = 2048

# What is read out is cut at these; a file is not refused for them. In characters, or entries.
MAX_TITLE = 300
MAX_PAGE_TEXT = 100_000
MAX_TEXT = 5_000_000
MAX_OUTLINE_ENTRIES = 2000
MAX_OUTLINE_DEPTH = 12

COVER_WIDTH = 480  # pixels
COVER_MAX_HEIGHT = 1200

# What the child process may use.
CPU_SECONDS = 30
WALL_SECONDS = 60
MEMORY_BYTES = 1024 * 1024 * 1024
OUTPUT_BYTES = 32 * 1024 * 1024
OPEN_FILES = 32

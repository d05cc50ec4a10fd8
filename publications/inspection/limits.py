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
# One picture: A3 at 600 dots per inch has 70 million. Of black and white alone, a byte holds eight: A0 at 600
# dots per inch has 560 million. Pictures within the text of a page are small by the format's own rules.
MAX_PICTURE_PIXELS = 100_000_000
MAX_BILEVEL_PIXELS = 800_000_000
# How often a picture that sharpens step by step may be drawn; and a row of numbers in a stream, in bytes.
MAX_SCANS = 200
MAX_PREDICTOR_ROW = 16 * 1024 * 1024
# What drawing one page may cost: the bytes of its instructions, those of each form as often as it is used;
# and the pixels of its pictures, each once.
MAX_DRAWN_BYTES = 1024 * 1024 * 1024
MAX_DRAWN_PIXELS = 1_600_000_000
# The longest side of a page: 35 metres, in points. Acrobat ends at 5 metres, unless a page has a larger unit.
MAX_PAGE_SIDE = 100_000
# How often a pattern may be laid on a page; how many values a function may list, and what one that is a small
# program may hold, in bytes.
MAX_TILES = 10_000_000
MAX_SAMPLES = 50_000_000
MAX_PROGRAM_BYTES = 128 * 1024
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

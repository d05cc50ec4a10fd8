"""Publications in the site's search, found by the words of their PDFs.

A sample only stands in for a publication, whose words it is not: its places are called those of the sample.
"""

from itertools import groupby
from operator import itemgetter

from django.db import connection
from django.utils.http import urlencode

from portal.search.index import public_pages
from portal.search.inside import Hit, Inside

from .access import open_to_anyone
from .full_text import scored
from .spellings import readable

HITS_OF_EACH = 3
MAX_PUBLICATIONS = 10
# A hit further down a very long page is found all the same; the excerpt is then its beginning.
TEXT_READ = 20_000

# The plus keeps the databases from going through all pages of all documents instead of the hits.
QUERY = """
WITH place (page, document, is_sample) AS ({places}), hit AS MATERIALIZED ({hits}),
ranked AS (
    SELECT text.id, row_number() OVER of_document AS nth, first_value(score) OVER of_document AS best
    FROM hit JOIN publications_documentpage AS text ON text.id = hit.id
    WHERE +text.document_id IN (SELECT document FROM place)
    WINDOW of_document AS (PARTITION BY text.document_id ORDER BY score, text.number)
)
SELECT place.page, place.is_sample, text.number, substr(text.text, 1, {length})
FROM ranked
JOIN publications_documentpage AS text ON text.id = ranked.id
JOIN place ON place.document = text.document_id
WHERE nth <= {each} ORDER BY best, place.page, nth LIMIT {limit}
"""


def _places():
    """Return (page, document, whether that is a sample) for each publication that anyone may read.

    That there is a document is said for itself, so that databases start from the few publications.
    """
    return (
        public_pages()
        .filter(open_to_anyone("publicationpage__document__"), publicationpage__document__isnull=False)
        .order_by()
        .values("pk", "publicationpage__document", "publicationpage__document__is_sample")
    )


def inside_publications(words: list[str], every: bool) -> dict[int, Inside]:
    """Return the best pages of each publication's PDF with the words, by the id of its page."""
    places, place_parameters = _places().query.sql_with_params()
    matches, match_parameters = scored(words, every)
    # Only the texts of other queries and numbers go into this one; what is looked up are parameters.
    query = QUERY.format(
        places=places,
        hits=matches,
        length=TEXT_READ,
        each=HITS_OF_EACH,
        limit=HITS_OF_EACH * MAX_PUBLICATIONS,
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [*place_parameters, *match_parameters])
        rows = cursor.fetchall()
    all_hits = f"inside/?{urlencode({'q': ' '.join(words)})}"
    return {
        page: Inside([_hit(*place) for _, *place in found], all_hits)
        for page, found in groupby(rows, key=itemgetter(0))
    }


def _hit(is_sample: bool, number: int, text: str) -> Hit:
    where = " in the sample file, not the official document" if is_sample else ""
    return Hit(f"Page {number}{where}", f"download/#page={number}", readable(text))

"""Static files as they are kept and served: hashed names, compressed, and one stylesheet.

The stylesheets are written as one small file per component, and ``css/main.css`` imports them; so
does the stylesheet of the cards that other sites show. Twenty requests on an old phone would be slow,
so when the files are collected their imports are put in their place. In development the browser
follows the imports itself.
"""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.storage import CompressedManifestStaticFilesStorage

from ..serving.files import FileState, reply_with

_IMPORT = re.compile(r'@import url\("(?P<path>[^"]+)"\)(?: layer\((?P<layer>[\w.-]+)\))?;\n?')
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SPACE = re.compile(r"(?<!\s)[^\S\n]*+\n\s*+")
_REFUSED = re.compile(r"\A\s*+q=0(?:\.0*+)?\s*+")
# What `portal.serving.files` says itself.
_OF_THE_FILE = {"Content-Length", "Content-Type", "ETag", "Last-Modified"}
BUNDLES = ("css/main.css", "css/figure_card.css", "css/text.css")


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Django's manifest storage with the imports of BUNDLES put in their place."""

    # Libraries name files in comments that they do not ship; that is no fault of ours.
    manifest_strict = False
    # Our modules import each other by their hashed names; no library's script is touched.
    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("js/*.js", ((r"""(?P<matched>from "(?P<url>\./[^"]+)")""", '''from "%(url)s"'''),)),
    )

    def post_process(self, paths, dry_run=False, **options):
        for bundle in () if dry_run else BUNDLES:
            if bundle in paths:
                storage, path = paths[bundle]
                text = self._bundle(storage, path)
                self.delete(bundle)
                self._save(bundle, ContentFile(text.encode()))
                paths = {**paths, bundle: (self, bundle)}
        yield from super().post_process(paths, dry_run, **options)

    def _bundle(self, storage, path: str) -> str:
        """Return the stylesheet with each import replaced by the layer it names."""
        folder = PurePosixPath(path).parent

        def inline(match):
            with storage.open(str(folder / match["path"])) as file:
                css = _SPACE.sub("\n", _COMMENT.sub("", file.read().decode())).strip()
            return f"@layer {match['layer']}{{{css}}}\n" if match["layer"] else css

        with storage.open(path) as file:
            return _IMPORT.sub(inline, _COMMENT.sub("", file.read().decode()))

    def create_compressor(self, **kwargs):
        """Compress with gzip alone: brotli at its best takes half a minute for the admin's scripts."""
        return super().create_compressor(**{**kwargs, "use_brotli": False})


def _accepts(header: str, encoding: str | None) -> bool:
    """Whether a browser takes the encoding (gzip); it always takes a file as it is (None)."""
    if encoding is None:
        return True
    for offer in header.lower().split(","):
        name, _, weight = offer.partition(";")
        if name.strip() == encoding:
            return not _REFUSED.fullmatch(weight)
    return False


class StaticFilesMiddleware(WhiteNoiseMiddleware):
    """Find static files as WhiteNoise does, and answer with them as with every other file.

    WhiteNoise itself knows two of the five conditions, gives gzip and plain the same strong tag, and
    refuses a range of one byte.
    """

    @staticmethod
    def serve(static_file, request):
        if request.method not in {"GET", "HEAD"} or not hasattr(static_file, "alternatives"):
            return WhiteNoiseMiddleware.serve(static_file, request)
        accepted = request.headers.get("Accept-Encoding", "")
        # The smallest comes first, and one of them is the plain file, which every browser takes.
        offers = ((path, dict(headers)) for _, path, headers in static_file.alternatives)
        path, told = next(offer for offer in offers if _accepts(accepted, offer[1].get("Content-Encoding")))
        encoding, file = told.get("Content-Encoding"), FileState.of(path)
        if encoding:
            file = replace(file, etag=f'{file.etag[:-1]}-{encoding}"')
        response = reply_with(file, file.plan(request), told["Content-Type"])
        for name, value in told.items():
            if name not in _OF_THE_FILE and (response.status_code < 400 or name == "Vary"):
                response[name] = value
        return response

"""Static files as they are served: hashed names, compressed, and one stylesheet.

The stylesheets are written as one small file per component, and ``css/main.css`` imports them; so
does the stylesheet of the cards that other sites show. Twenty requests on an old phone would be slow,
so when the files are collected their imports are put in their place. In development the browser
follows the imports itself.
"""

import re
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = re.compile(r'@import url\("(?P<path>[^"]+)"\)(?: layer\((?P<layer>[\w.-]+)\))?;\n?')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")
BUNDLES = ("css/main.css", "css/figure_card.css")


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

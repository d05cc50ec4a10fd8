"""The answer with a text edition: as long as it fits, and leading to other text editions."""

import gzip

from portal.answering.links import LinkedTemplateResponse

# What a text may weigh by gzip, in bytes: a few packets, so that it comes over the worst line.
MOST_BYTES = 3_000
# How much is said of each help route: all; what to know, when, at what price; the last two; how to reach it.
LENGTHS = ("full", "short", "brief", "shortest")


def weight(html: str) -> int:
    """Return how many bytes the HTML takes on its way."""
    return len(gzip.compress(html.encode(), 6, mtime=0))


class TextResponse(LinkedTemplateResponse):
    """A text edition. Its context has ``text_urls``: the addresses of the pages that have one as well."""

    @property
    def rendered_content(self):
        html = ""
        for length in LENGTHS:
            self.context_data["length"] = length
            html = super().rendered_content
            for url in self.context_data["text_urls"]:
                html = html.replace(f'href="{url}"', f'href="{url}text/"')
            if weight(html) <= MOST_BYTES:
                break
        return html

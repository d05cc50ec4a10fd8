"""All pages of help as one file that needs no site: no picture, style or script, and links only within it."""

import re

from portal.answering.links import LinkedTemplateResponse

from .response import LENGTHS, weight

# What the file may weigh by gzip, in bytes: what comes over a new connection without waiting for an answer.
MOST_BYTES = 14_000
# A link of this site, which leads nowhere on a stick. Links do not nest.
_OWN_LINK = re.compile(r'<a href="(?:/|route-link:)[^"<>]*"[^<>]*>((?:[^<]|<(?!/?a\b))*+)</a>')
_HEADING = re.compile(r"<(/?)h([23])>")


def one_level_deeper(html: str) -> str:
    """Return the HTML with its headings below those of the page around it."""
    return _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}>", html)


class HelpSetResponse(LinkedTemplateResponse):
    """The file. Its context has ``places``: where each page or route stands in it, by its address."""

    @property
    def rendered_content(self):
        html = ""
        for length in LENGTHS:
            self.context_data["length"] = length
            html = super().rendered_content
            for url, place in self.context_data["places"].items():
                html = html.replace(f'href="{url}"', f'href="#_{place}"')
            html = _OWN_LINK.sub(r"\1", html)
            if weight(html) <= MOST_BYTES:
                break
        return html

"""Words that stand in templates or code and that editors may say otherwise: headings, the strip, the footer.

A phrase is known by its default words, as in a message catalogue: ``{% say "Who to tell" %}`` in a template,
``said("Who to tell")`` in code. What an editor wrote instead is kept in the site settings, so that no page
asks the database once more. A phrase in code is named to editors by the hook ``portal_phrases``.
"""

from .catalogue import HOOK, Phrase
from .saying import said, say_instead

__all__ = ["HOOK", "Phrase", "said", "say_instead"]

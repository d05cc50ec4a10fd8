"""In which order kinds of pages stand among search results: what helps first, small print last."""

GUIDANCE, PAGES, PUBLICATIONS, FIGURES, SMALL_PRINT = range(5)
# How much the score of a page counts where no page has every word: there the words that it has count more.
# Small print is last all the same.
WEIGHTS = {GUIDANCE: 1.5, PAGES: 1.2, PUBLICATIONS: 1.0, FIGURES: 0.8}

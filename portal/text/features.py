"""What editors may do in rich text. Each set is named once, here, since fields of every room need them."""

# Paragraphs of a page's body, which small headings may divide.
BODY_TEXT = ["h3", "bold", "italic", "ol", "ul", "link", "figure", "term"]
# A paragraph or two inside something that has a heading of its own.
SHORT_TEXT = ["bold", "italic", "ol", "ul", "link", "figure", "term"]
# A field about the page or the help route itself, which quotes no figure.
FIELD_TEXT = ["bold", "italic", "ol", "ul", "link", "term"]
# One sentence or two, above every page.
SENTENCE = ["bold", "link"]

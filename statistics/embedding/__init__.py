"""A figure on other sites: a card to frame, the HTML that frames it, and oEmbed, which hands that out."""

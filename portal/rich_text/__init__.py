"""Rich text: how it is stored, how editors get and give it, and how visitors read it."""

"""How a PDF comes in: the form and Wagtail's views in the admin, and the command that needs neither."""

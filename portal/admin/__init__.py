"""What is put around and beside the views of Wagtail's admin."""

"""What people type when they are frightened, and whom it leads to. Start reading at ``help_for_words``."""

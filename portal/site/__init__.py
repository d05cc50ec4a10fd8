"""What is true of the whole site: its settings, its alert banner, and that there is one."""

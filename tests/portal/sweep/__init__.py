"""Every address and every form of the admin, with whatever may be sent to it."""

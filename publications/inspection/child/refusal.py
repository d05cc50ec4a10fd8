"""How the modules of the child process say no."""


class RefusalError(Exception):
    """The file is refused. The one argument is a code of ``publications.inspection.refusals``."""

    @property
    def code(self) -> str:
        """The code, for example "javascript"."""
        return self.args[0]

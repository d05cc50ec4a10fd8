"""How the modules of the child process say no."""


class RefusalError(Exception):
    """The file is refused. The arguments are codes of ``publications.inspection.refusals``."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, for example "javascript"."""
        return self.args

    @property
    def code(self) -> str:
        """The first code."""
        return self.args[0]

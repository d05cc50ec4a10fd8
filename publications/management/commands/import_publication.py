"""Brings a PDF in from the command line."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from publications.documents.importing import import_edition, replace_file
from publications.files.replacement import count_of_pages, describe_replacement
from publications.models import PublicationIndexPage, PublicationPage

NEEDED = ("title", "edition", "publisher", "published_on", "summary")
TEXTS = ("official_url", "licence", "cleared_by", "slug")


class Command(BaseCommand):
    """Make a publication of a PDF, or give one another file. Refuses what the admin refuses."""

    help = (
        "Inspects a PDF and makes a publication of it, as a draft unless --publish is given; or, with "
        "--replace, gives a publication another file. Exits with 1 and changes nothing if it is refused."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the PDF")
        for name in NEEDED:
            parser.add_argument(
                f"--{name.replace('_', '-')}", default="", help="needed for a new publication"
            )
        for name in TEXTS:
            parser.add_argument(f"--{name.replace('_', '-')}", default="")
        parser.add_argument(
            "--accessible-format-contact",
            default="",
            help="whom readers can ask for another format, as HTML; needed to publish",
        )
        parser.add_argument("--parent", help="the slug of the list of publications, if there are several")
        parser.add_argument("--sample", action="store_true", help="it only stands in for the official file")
        parser.add_argument(
            "--clean",
            action="store_true",
            help="if the file is refused for what can be taken out, take a copy without that, and say so",
        )
        parser.add_argument("--publish", action="store_true", help="publish the page at once")
        parser.add_argument("--replace", metavar="SLUG", help="the publication whose file is replaced")

    def handle(self, *, file: Path, replace: str | None, **options):
        if file.suffix.lower() != ".pdf":
            raise CommandError(f"{file.name} does not end in .pdf. Choose the PDF itself.")
        try:
            done = self._replace(file, replace, options) if replace else self._import(file, options)
        except ValidationError as error:
            raise CommandError(_sentences(error)) from error
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}. Nothing was changed.") from error
        self.stdout.write(done)

    def _import(self, file: Path, options: dict) -> str:
        missing = [f"--{name.replace('_', '-')}" for name in NEEDED if not options[name]]
        if missing:
            raise CommandError(f"Say also {', '.join(missing)}. Nothing was changed.")
        names = (*NEEDED, *TEXTS, "accessible_format_contact")
        fields = {name: options[name] for name in names if options[name]}
        page = import_edition(
            file,
            _parent(options["parent"]),
            fields,
            is_sample=options["sample"],
            publish=options["publish"],
            cleans=options["clean"],
        )
        state = "published" if page.live else "made as a draft"
        document = page.document
        return f"“{page.title}” was {state}: {count_of_pages(document.page_count)}. {document.file_verdict}"

    @staticmethod
    def _replace(file: Path, slug: str, options: dict) -> str:
        page = PublicationPage.objects.filter(slug=slug).select_related("document").first()
        if not page or not page.document:
            raise CommandError(f"No publication with a file has the slug “{slug}”. Nothing was changed.")
        document = replace_file(file, page, cleans=options["clean"])
        return f"{describe_replacement(document.replaced, document)} {document.file_verdict}"


def _parent(slug: str | None) -> PublicationIndexPage:
    """Return the list of publications.

    Raises:
        CommandError: if there is none.
    """
    found = PublicationIndexPage.objects.filter(slug=slug) if slug else PublicationIndexPage.objects.all()
    if not (parent := found.first()):
        raise CommandError("There is no such list of publications. Make one, or run load_content.")
    return parent


def _sentences(error: ValidationError) -> str:
    """Return the reasons, each with the name of its field unless that is the file."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return "\n".join(
        text if name in ("file", "__all__") else f"--{name.replace('_', '-')}: {text}"
        for name, texts in error.message_dict.items()
        for text in texts
    )

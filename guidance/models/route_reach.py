"""For whom, about what and where a help route answers."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page, ReferenceIndex

from portal.visibility import public_now

from ..audiences import Audience, Nation
from .named_in_finder import ONLY_WHERE_NAMED


def _flag(label: str, help_text: str, *, default: bool = False) -> models.BooleanField:
    return models.BooleanField(label, default=default, help_text=help_text)


class RouteReach(models.Model):
    """One tick per audience and nation, so that editors see them all and any database can ask for one."""

    for_child = _flag("children and young people", "A child or young person may use it.")
    for_adult_worried = _flag("adults worried about a child", "Never tick for a line for children.")
    for_victim_survivor = _flag("victims and survivors", "An adult to whom it happened may use it.")
    for_own_behaviour = _flag(
        "people worried about their own thoughts or behaviour", "It helps people to stop, or not to start."
    )
    for_professional = _flag("professionals", "Someone who works with children or the public may use it.")
    for_organisation = _flag("organisations", "An organisation or business may use it.")
    in_england = _flag("England", "It answers people in England.", default=True)
    in_wales = _flag("Wales", "It answers people in Wales.", default=True)
    in_scotland = _flag("Scotland", "It answers people in Scotland.", default=True)
    in_northern_ireland = _flag("Northern Ireland", "It answers people in Northern Ireland.", default=True)
    for_every_category = models.BooleanField(
        default=False, help_text="Tick if every category of crime should name it."
    )
    categories = ParentalManyToManyField(
        "categories.CategoryPage", blank=True, help_text="The categories whose pages name it."
    )

    AUDIENCE_FIELDS = tuple(f"for_{audience}" for audience in Audience.values)
    NATION_FIELDS = tuple(f"in_{nation}" for nation in Nation.values)

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if not self.nations:
            raise ValidationError({"in_england": "Tick at least one nation in which it answers."})

    def shows_nowhere(self) -> str:
        """Return why visitors do not come upon it, or nothing. Of a draft: why they would not."""
        if getattr(self, "is_emergency", False) or self.slug in ONLY_WHERE_NAMED:
            return ""
        categories = Page.objects.filter(pk__in=[category.pk for category in self.categories.all()])
        in_category = self.for_every_category or public_now(categories).exists()
        if not in_category and not self._is_on_a_page():
            return (
                "This shows nowhere: no category and no page names it. Under “Where it is shown”, choose "
                "a category, or tick “For every category”."
            )
        wanted = {"who it is for": bool(self.audiences), "a category": in_category}
        if missing := [what for what, is_there in wanted.items() if not is_there]:
            return (
                "“Who should I tell?” never leads to it. Under “Where it is shown”, say "
                f"{' and '.join(missing)}."
            )
        return ""

    def _is_on_a_page(self) -> bool:
        """Whether a page that visitors can read names it."""
        pages = ContentType.objects.get_for_model(Page)
        naming = ReferenceIndex.get_references_to(self).filter(base_content_type=pages)
        ids = [int(pk) for pk in naming.values_list("object_id", flat=True)]
        return public_now(Page.objects.filter(pk__in=ids)).exists()

    @property
    def audiences(self) -> list[Audience]:
        """Who may use it; may be set from a list of values."""
        return [audience for audience in Audience if getattr(self, f"for_{audience.value}")]

    @audiences.setter
    def audiences(self, values):
        chosen = {Audience(value) for value in values}
        for audience in Audience:
            setattr(self, f"for_{audience.value}", audience in chosen)

    @property
    def nations(self) -> list[Nation]:
        """Where it answers; may be set from a list of values."""
        return [nation for nation in Nation if getattr(self, f"in_{nation.value}")]

    def only_in(self) -> str:
        """Return where it answers, in words; nothing if it answers everywhere."""
        names = [nation.label for nation in self.nations]
        if len(names) == len(Nation) or not names:
            return ""
        return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))

    @nations.setter
    def nations(self, values):
        chosen = {Nation(value) for value in values}
        for nation in Nation:
            setattr(self, f"in_{nation.value}", nation in chosen)

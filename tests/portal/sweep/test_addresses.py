"""Every address of the admin answers whatever it is asked for, without a fault of the server."""

import pytest

from .addresses import patterns
from .sending import Sender

pytestmark = pytest.mark.django_db
# They end what the test stands on: the client would have to sign in again.
SIGNING = ("wagtailadmin_logout", "wagtailadmin_login")


def test_no_address_with_any_ids_in_it_is_a_fault(staff, examples):
    sender = Sender(staff("administrator"))
    for number, pattern in enumerate(patterns()):
        if pattern.name in SIGNING:
            continue
        usual, *wrong = dict.fromkeys(examples.of(pattern)) or [None]
        if usual:
            sender.get(usual)
            sender.post(usual, {})
        for turn, address in enumerate(wrong[number % 2 :: 2]):
            (sender.get if (number + turn) % 2 else sender.post)(address, {})
    assert sender.faults == []


def test_no_address_is_a_fault_for_an_editor_who_may_not_do_everything(staff, examples):
    sender = Sender(staff("editor"))
    for pattern in patterns():
        if pattern.name not in SIGNING:
            for address in list(examples.of(pattern))[:1]:
                sender.post(address, {})
    assert sender.faults == []


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
@pytest.mark.parametrize(
    "chosen", ["id=1", "id=999999999", "id=abc", "id=all", "id=", "", "id=all&childOf=abc"]
)
def test_no_choice_of_many_pages_is_a_fault(staff, action, chosen):
    for who in ("administrator", "editor"):
        sender = Sender(staff(who))
        sender.get(f"/admin/bulk/wagtailcore/page/{action}/?{chosen}")
        sender.post(f"/admin/bulk/wagtailcore/page/{action}/?{chosen}", {"chooser": "abc"})
        assert sender.faults == []


@pytest.mark.parametrize("chosen", ["id=1", "id=abc", "id=all", ""])
@pytest.mark.parametrize(
    "action",
    [
        "portal/portalimage/delete",
        "portal/portalimage/add_tags",
        "portal/portalimage/add_to_collection",
        "publications/publicationdocument/delete",
        "publications/publicationdocument/add_tags",
        "publications/publicationdocument/add_to_collection",
        "auth/user/delete",
        "auth/user/set_active_state",
        "auth/user/assign_role",
        "guidance/helproute/delete",
        "guidance/helproute/no-such-action",
        "no/such/delete",
    ],
)
def test_no_choice_of_many_other_things_is_a_fault(staff, action, chosen):
    for who in ("administrator", "editor"):
        sender = Sender(staff(who))
        sender.get(f"/admin/bulk/{action}/?{chosen}")
        sender.post(f"/admin/bulk/{action}/?{chosen}", {"role": "abc", "collection": "abc", "tags": "\x00"})
        assert sender.faults == []

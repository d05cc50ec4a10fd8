"""Which bytes answer a request: a table of what readers' devices ask for."""

import pytest

from portal.serving.conditions import Reply, plan_reply

SIZE, TAG, DAY = 1000, '"abc-3e8"', "Sun, 22 Nov 2026 10:00:00 GMT"
WHOLE, SAME, BEYOND, CHANGED = Reply(200, 0, SIZE), Reply(304), Reply(416), Reply(412)
BEFORE, AFTER = "Sat, 21 Nov 2026 10:00:00 GMT", "Mon, 23 Nov 2026 10:00:00 GMT"


def plan(size=SIZE, method="GET", **headers) -> Reply:
    """Return the plan for a request; ``if_range=\"x\"`` sends ``If-Range: x``."""
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}
    return plan_reply(size, TAG, DAY, named, method)


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        ("", WHOLE),
        ("bytes=0-", Reply(206, 0, 1000)),
        ("bytes=0-0", Reply(206, 0, 1)),
        ("bytes=0-499", Reply(206, 0, 500)),
        ("bytes=500-999", Reply(206, 500, 500)),
        ("bytes=999-", Reply(206, 999, 1)),
        ("bytes=900-5000", Reply(206, 900, 100)),
        ("bytes=-1", Reply(206, 999, 1)),
        ("bytes=-1000", Reply(206, 0, 1000)),
        ("bytes=-5000", Reply(206, 0, 1000)),
        ("  bytes=0-9  ", Reply(206, 0, 10)),
        ("bytes=1000-", BEYOND),
        ("bytes=5000-6000", BEYOND),
        ("bytes=-0", BEYOND),
        ("bytes=" + "9" * 300 + "-", BEYOND),
        ("bytes=0-" + "9" * 300, Reply(206, 0, 1000)),
        ("bytes=9-3", WHOLE),
        ("bytes=-", WHOLE),
        ("bytes=0-1,5-6", WHOLE),
        ("bytes=a-b", WHOLE),
        ("items=0-5", WHOLE),
        ("0-5", WHOLE),
    ],
)
def test_a_range_is_answered_with_its_bytes_and_nonsense_with_the_whole_file(asked, reply):
    assert plan(range=asked) == reply


@pytest.mark.parametrize(
    ("if_range", "reply"),
    [
        (TAG, Reply(206, 500, 500)),
        (DAY, Reply(206, 500, 500)),
        ('"other"', WHOLE),
        (f"W/{TAG}", WHOLE),
        ("Sat, 21 Nov 2026 10:00:00 GMT", WHOLE),
        ("Mon, 23 Nov 2026 10:00:00 GMT", WHOLE),
    ],
)
def test_a_download_is_resumed_only_from_exactly_the_same_file(if_range, reply):
    assert plan(range="bytes=500-", if_range=if_range) == reply


@pytest.mark.parametrize(
    ("header", "reply"),
    [
        (TAG, SAME),
        (f"W/{TAG}", SAME),
        (f'"x", W/"y", {TAG}', SAME),
        ("*", SAME),
        ('"other"', WHOLE),
        ('W/"other"', WHOLE),
    ],
)
def test_a_file_the_reader_has_already_is_not_sent_again(header, reply):
    assert plan(if_none_match=header) == reply


def test_the_tag_counts_for_more_than_the_date_and_both_for_more_than_a_range():
    assert plan(if_modified_since=DAY) == SAME
    assert plan(if_none_match='"other"', if_modified_since=DAY) == WHOLE
    assert plan(if_none_match=TAG, range="bytes=0-9") == SAME
    assert plan(if_modified_since="nonsense", range="bytes=0-9") == Reply(206, 0, 10)


def test_an_empty_file_has_no_byte_to_send():
    assert plan(0) == Reply(200, 0, 0)
    assert plan(0, range="bytes=0-") == BEYOND


@pytest.mark.parametrize(
    ("headers", "reply"),
    [
        ({"if_match": TAG}, Reply(206, 500, 500)),
        ({"if_match": f'"other", {TAG}'}, Reply(206, 500, 500)),
        ({"if_match": "*"}, Reply(206, 500, 500)),
        ({"if_match": '"other"'}, CHANGED),
        ({"if_match": f"W/{TAG}"}, CHANGED),
        ({"if_match": "nonsense"}, CHANGED),
        ({"if_unmodified_since": DAY}, Reply(206, 500, 500)),
        ({"if_unmodified_since": AFTER}, Reply(206, 500, 500)),
        ({"if_unmodified_since": BEFORE}, CHANGED),
        ({"if_unmodified_since": "nonsense"}, Reply(206, 500, 500)),
        # Firefox sends both when it goes on with a download; the tag decides.
        ({"if_match": TAG, "if_unmodified_since": BEFORE}, Reply(206, 500, 500)),
        ({"if_match": '"other"', "if_unmodified_since": DAY}, CHANGED),
        ({"if_match": '"other"', "if_none_match": TAG}, CHANGED),
        ({"if_match": TAG, "if_none_match": TAG}, SAME),
        ({"if_match": '"other"', "if_range": TAG}, CHANGED),
        ({"if_unmodified_since": BEFORE, "if_modified_since": DAY}, CHANGED),
        ({"if_match": TAG, "if_range": '"other"'}, WHOLE),
    ],
)
def test_a_download_that_went_on_elsewhere_never_joins_two_files(headers, reply):
    assert plan(range="bytes=500-", **headers) == reply


def test_a_tag_may_hold_a_comma_and_a_part_is_for_reading_alone():
    assert plan_reply(SIZE, '"a,b"', DAY, {"If-None-Match": '"x", "a,b"'}) == SAME
    assert plan(range="bytes=0-9", method="HEAD") == WHOLE
    assert plan(range="Bytes=5-5") == Reply(206, 5, 1)

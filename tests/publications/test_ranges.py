"""Which bytes answer a request: a table of what readers' devices ask for."""

import pytest

from publications.ranges import Reply, plan_reply

SIZE, TAG, DAY = 1000, '"abc-3e8"', "Sun, 22 Nov 2026 10:00:00 GMT"
WHOLE, SAME, BEYOND = Reply(200, 0, SIZE), Reply(304), Reply(416)


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
    assert plan_reply(SIZE, TAG, DAY, range_header=asked) == reply


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
    assert plan_reply(SIZE, TAG, DAY, range_header="bytes=500-", if_range=if_range) == reply


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
    assert plan_reply(SIZE, TAG, DAY, if_none_match=header) == reply


def test_the_tag_counts_for_more_than_the_date_and_both_for_more_than_a_range():
    assert plan_reply(SIZE, TAG, DAY, if_modified_since=DAY) == SAME
    assert plan_reply(SIZE, TAG, DAY, if_none_match='"other"', if_modified_since=DAY) == WHOLE
    assert plan_reply(SIZE, TAG, DAY, if_none_match=TAG, range_header="bytes=0-9") == SAME
    assert plan_reply(SIZE, TAG, DAY, if_modified_since="nonsense", range_header="bytes=0-9") == Reply(
        206, 0, 10
    )


def test_an_empty_file_has_no_byte_to_send():
    assert plan_reply(0, TAG, DAY) == Reply(200, 0, 0)
    assert plan_reply(0, TAG, DAY, range_header="bytes=0-") == BEYOND

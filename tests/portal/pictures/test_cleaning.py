"""What is left of a picture before it is stored: the picture, upright, and its colours."""

import warnings
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image, ImageFile, ImageSequence

from portal.pictures import RefusedPictureError, cleaned
from portal.pictures.colour import slim_profile

from .making import ICC, SECRETS, drawing, photograph, png_head, saved, secrets_in

KINDS = ["JPEG", "PNG", "WEBP", "AVIF"]


def opened(data: bytes):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = Image.open(BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("kind", KINDS)
def test_a_photograph_really_holds_the_secrets_that_the_tests_look_for(kind):
    assert len(secrets_in(photograph(kind))) >= 4


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_nothing_but_the_picture_is_left_and_it_stands_upright(kind, orientation):
    data = cleaned(photograph(kind, orientation))
    assert secrets_in(data) == []
    picture = opened(data)
    assert dict(picture.getexif()) == {}
    assert not {"exif", "xmp", "comment", "photoshop", "mp"} & set(picture.info)
    assert picture.info["icc_profile"] == ICC
    assert picture.size == ((64, 40) if orientation < 5 else (40, 64))
    x, y = {
        1: (5, 20),
        2: (59, 20),
        3: (59, 20),
        4: (5, 20),
        5: (20, 5),
        6: (20, 5),
        7: (20, 59),
        8: (20, 59),
    }[orientation]
    red, _, blue = picture.convert("RGB").getpixel((x, y))
    assert red > 150 > blue


@pytest.mark.parametrize("kind", KINDS)
def test_cleaning_twice_changes_nothing(kind):
    for orientation in (1, 6):
        once = cleaned(photograph(kind, orientation))
        assert cleaned(once) == once


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_an_upright_picture_loses_no_quality(kind):
    data = photograph(kind)
    assert opened(cleaned(data)).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_holds_nothing_else_is_kept_byte_for_byte(kind):
    data = saved(drawing(), kind, icc_profile=ICC)
    assert cleaned(data) == data


@pytest.mark.parametrize("options", [{"progressive": True}, {"restart_marker_blocks": 2}, {"subsampling": 0}])
def test_every_way_of_writing_a_jpeg_survives(options):
    data = saved(Image.effect_noise((200, 120), 80).convert("RGB"), "JPEG", comment=SECRETS[0], **options)
    assert opened(cleaned(data)).tobytes() == opened(data).tobytes()
    assert secrets_in(cleaned(data)) == []


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_an_animation_keeps_its_frames_and_loses_the_rest(kind):
    frames = [Image.effect_noise((32, 32), 20 * number + 1).convert("RGB") for number in range(3)]
    data = saved(
        frames[0], kind, save_all=True, append_images=frames[1:], duration=80, exif=photograph_exif(), loop=0
    )
    assert secrets_in(data)
    done = cleaned(data)
    assert len(list(ImageSequence.Iterator(opened(done)))) == 3
    assert secrets_in(done) == []


def photograph_exif() -> bytes:
    from .making import exif

    return exif()


def test_a_profile_keeps_its_colours_and_loses_what_else_it_says():
    count = int.from_bytes(ICC[128:132])
    table_end = 132 + 12 * count
    moved = b"".join(
        ICC[at : at + 4] + (int.from_bytes(ICC[at + 4 : at + 8]) + 12).to_bytes(4) + ICC[at + 8 : at + 12]
        for at in range(132, table_end, 12)
    )
    entry = b"meta" + (len(ICC) + 12).to_bytes(4) + len(SECRETS[0]).to_bytes(4)
    body = (count + 1).to_bytes(4) + moved + entry + ICC[table_end:] + SECRETS[0]
    more = (128 + len(body)).to_bytes(4) + ICC[4:128] + body
    slim = slim_profile(more)
    assert SECRETS[0] in more
    assert SECRETS[0] not in slim
    assert slim_profile(slim) == slim
    picture = opened(cleaned(saved(drawing(), "PNG", icc_profile=more)))
    assert picture.info["icc_profile"] == slim
    assert slim_profile(SECRETS[0] * 30) == b""


def in_mode(mode: str, kind: str) -> bytes:
    """Return a picture whose pixels are kept in this way."""
    if mode == "I":
        picture = drawing(mode="L").convert("I").point(lambda grey: grey * 257)
    else:
        picture = Image.new("I;16", (64, 40), 30_000) if mode == "I;16" else drawing(mode=mode)
    return saved(picture, kind)


def modes_of(kind: str) -> list[tuple[str, str]]:
    """Return those of the library's modes that the format can hold."""
    held = []
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I", "I;16"):
        with suppress(OSError):
            in_mode(mode, kind)
            held.append((kind, mode))
    return held


HELD = [*modes_of("JPEG"), *modes_of("PNG")]


def test_many_modes_are_tried():
    assert {("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "P"), ("PNG", "I;16"), ("PNG", "LA")} <= set(HELD)


@pytest.mark.parametrize(("kind", "mode"), HELD)
def test_colours_that_browsers_do_not_know_become_some_that_they_know(kind, mode):
    data = in_mode(mode, kind)
    picture = opened(cleaned(data))
    assert picture.mode in {"1", "L", "LA", "P", "RGB", "RGBA"}
    if mode == "I;16":
        assert picture.getpixel((5, 5)) == pytest.approx(30_000 / 257, abs=1)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"no picture", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
        (saved(drawing(), "GIF"), "not a picture"),
        (saved(drawing(), "TIFF"), "not a picture"),
        (png_head(9000, 9000), "40 million pixels"),
        (png_head(2**31 - 1, 2**31 - 1), "40 million pixels"),
        (png_head(1, 60_000), "16,383 pixels"),
        (png_head(1, 6_000), "too thin"),
        (png_head(10, 10), "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff\xd9", "damaged"),
        (b"\xff\xd8\xff\xe1\xff\xff", "damaged"),
        (b"RIFF\x04\x00\x00\x00WEBP", "damaged"),
        (b"RIFF\xff\xff\xff\xffWEBPVP8X", "damaged"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "damaged"),
    ],
)
def test_what_could_not_be_shown_is_refused_in_a_sentence(data, says):
    with pytest.raises(RefusedPictureError, match=says):
        cleaned(data)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_cut_off_anywhere_is_refused_or_shown_but_never_breaks(kind):
    data = photograph(kind)
    plain = cleaned(data)
    for part in range(1, 20):
        for whole in (data, plain):
            try:
                assert opened(cleaned(whole[: len(whole) * part // 20])).size == (64, 40)
            except RefusedPictureError:
                continue
    with pytest.raises(RefusedPictureError):
        cleaned(plain[: len(plain) // 2])


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_with_any_byte_changed_is_refused_or_shown_but_never_breaks(kind):
    plain = cleaned(photograph(kind))
    for at in range(0, len(plain), max(1, len(plain) // 150)):
        for byte in (0x00, 0xFF):
            try:
                opened(cleaned(plain[:at] + bytes((byte,)) + plain[at + 1 :]))
            except RefusedPictureError:
                continue


def test_an_animation_counts_all_its_frames():
    frames = [Image.new("L", (3000, 3000), number) for number in range(6)]
    with pytest.raises(RefusedPictureError, match="40 million pixels"):
        cleaned(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], method=0, lossless=True))


@pytest.mark.parametrize("size", [(1, 1), (1, 100), (100, 1), (7, 3)])
def test_the_smallest_pictures_are_taken(size):
    assert opened(cleaned(saved(Image.new("RGB", size), "PNG"))).size == size


def test_half_a_picture_is_refused_whatever_another_library_allows_the_whole_process(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    whole = saved(drawing(), "PNG")
    with pytest.raises(RefusedPictureError):
        cleaned(whole[: len(whole) // 2])

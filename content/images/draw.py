"""Draws the default pictures and the icons of the site, and writes them as PNG files.

Run it from anywhere: ``.venv/bin/python content/images/draw.py``. Everything is made of smooth flat
shapes, so that the AVIF and WebP renditions stay tiny. Drawn for this project, MIT licence.
"""

import math
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
ICONS = HERE.parent.parent / "portal" / "static"
SMOOTH = 3  # everything is drawn this many times larger, then made smaller
NAVY = (10, 31, 77)
DEEP = (6, 19, 47)
BLUE = (31, 107, 255)
PALE = (214, 230, 255)
WHITE = (255, 255, 255)
GLOW = (255, 215, 132)


def mix(first, second, share):
    """Return the colour that lies between two colours; share 0 is the first."""
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))


def ramp(share):
    """Return a colour on the way from deep navy through bright blue to white light."""
    stops = [DEEP, NAVY, (16, 58, 150), BLUE, (120, 172, 255), PALE, WHITE]
    place = min(max(share, 0), 0.9999) * (len(stops) - 1)
    return mix(stops[int(place)], stops[int(place) + 1], place % 1)


def canvas(width, height, colour=NAVY):
    """Return a large sheet and its pen."""
    image = Image.new("RGB", (width * SMOOTH, height * SMOOTH), colour)
    return image, ImageDraw.Draw(image, "RGBA")


def save(image, name, folder=HERE, colours=128):
    """Make the sheet smaller, which smooths its edges, and write it."""
    size = (image.width // SMOOTH, image.height // SMOOTH)
    small = image.resize(size, Image.Resampling.LANCZOS)
    if colours:
        small = small.quantize(colours, dither=Image.Dither.NONE)
    small.save(folder / name, optimize=True)


def soft_square(centre, radius, turn, power=3.2, steps=240):
    """Return the points of a square with round sides, turned by some degrees."""
    points = []
    angle = math.radians(turn)
    for step in range(steps):
        t = 2 * math.pi * step / steps
        x = math.copysign(abs(math.cos(t)) ** (2 / power), math.cos(t)) * radius
        y = math.copysign(abs(math.sin(t)) ** (2 / power), math.sin(t)) * radius
        points.append(
            (
                centre[0] + x * math.cos(angle) - y * math.sin(angle),
                centre[1] + x * math.sin(angle) + y * math.cos(angle),
            )
        )
    return points


def petal(centre, length, width, turn, steps=180):
    """Return the points of an ellipse, turned by some degrees."""
    angle = math.radians(turn)
    points = []
    for step in range(steps):
        t = 2 * math.pi * step / steps
        x, y = length * math.cos(t), width * math.sin(t)
        points.append(
            (
                centre[0] + x * math.cos(angle) - y * math.sin(angle),
                centre[1] + x * math.sin(angle) + y * math.cos(angle),
            )
        )
    return points


def heart(centre, size, steps=360):
    """Return the points of a heart."""
    points = []
    for step in range(steps):
        t = 2 * math.pi * step / steps
        x = 16 * math.sin(t) ** 3
        y = 13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)
        points.append((centre[0] + x * size, centre[1] - y * size))
    return points


def tunnel(pen, centre, radius, rings=15, turn=7.5, shrink=0.8):
    """Draw a tunnel of light: soft squares that turn as they go in."""
    for ring in range(rings):
        share = (ring / (rings - 1)) ** 1.35
        pen.polygon(soft_square(centre, radius * shrink**ring, ring * turn), fill=ramp(1 / 6 + 5 / 6 * share))


def rosette(pen, centre, radius, petals=12, width=0.36, colour=BLUE, light=44):
    """Draw a rosette of crossing petals, as on a banknote."""
    for number in range(petals):
        pen.polygon(petal(centre, radius, radius * width, 180 * number / petals), fill=(*colour, light))


def draw_hero():
    image, pen = canvas(1600, 900)
    tunnel(pen, (1010 * SMOOTH, 450 * SMOOTH), 1350 * SMOOTH)
    save(image, "hero.png")


def draw_vulnerable():
    image, pen = canvas(1200, 800)
    centre = (600 * SMOOTH, 350 * SMOOTH)
    for ring in range(9):
        share = ring / 8
        pen.polygon(heart(centre, (34 - 2.75 * ring) * SMOOTH), fill=ramp(0.17 + 0.5 * share))
    body = [(520, 350), (680, 480)]
    pen.rounded_rectangle([(x * SMOOTH, y * SMOOTH) for x, y in body], 18 * SMOOTH, fill=WHITE)
    loop = [(545 * SMOOTH, 255 * SMOOTH), (655 * SMOOTH, 420 * SMOOTH)]
    pen.arc(loop, 180, 360, fill=WHITE, width=20 * SMOOTH)
    for x in (545, 635):
        pen.rectangle([(x * SMOOTH, 336 * SMOOTH), ((x + 20) * SMOOTH, 360 * SMOOTH)], fill=WHITE)
    pen.rounded_rectangle(
        [(591 * SMOOTH, 390 * SMOOTH), (609 * SMOOTH, 440 * SMOOTH)], 9 * SMOOTH, fill=ramp(0.3)
    )
    save(image, "group-vulnerable.png")


def lattice_nodes():
    """Return the nodes of a lattice that fills the sheet, ring by ring."""
    nodes = [(600, 400)]
    for ring, (radius, count, turn) in enumerate([(150, 6, 0), (285, 9, 20), (430, 12, 0), (590, 16, 11)]):
        for step in range(count):
            angle = math.radians(turn + 360 * step / count)
            nodes.append((600 + radius * math.cos(angle) * 1.12, 400 + radius * math.sin(angle), ring))
    return [node[:2] for node in nodes]


def draw_communities():
    image, pen = canvas(1200, 800)
    nodes = [(x * SMOOTH, y * SMOOTH) for x, y in lattice_nodes()]
    middle = nodes[0]
    for index, node in enumerate(nodes):
        for other in nodes[index + 1 :]:
            if math.dist(node, other) < 208 * SMOOTH:
                share = 1 - min(1, math.dist(node, middle) / (600 * SMOOTH))
                pen.line([node, other], fill=ramp(0.24 + 0.4 * share), width=4 * SMOOTH)
    for node in nodes:
        share = 1 - min(1, math.dist(node, middle) / (600 * SMOOTH))
        size = (9 + 22 * share**1.5) * SMOOTH
        pen.circle(node, size + 9 * SMOOTH, fill=NAVY)
        pen.circle(node, size, fill=ramp(0.35 + 0.5 * share))
    pen.circle(middle, 52 * SMOOTH, outline=PALE, width=5 * SMOOTH)
    save(image, "group-communities.png")


def draw_economy():
    image, pen = canvas(1200, 800)
    centre = (600 * SMOOTH, 400 * SMOOTH)
    rosette(pen, centre, 560 * SMOOTH, 12, 0.3, BLUE, 34)
    rosette(pen, centre, 320 * SMOOTH, 12, 0.36, (120, 172, 255), 30)
    pen.circle(centre, 96 * SMOOTH, fill=NAVY)
    for radius, colour in ((96, (120, 172, 255)), (66, PALE)):
        pen.circle(centre, radius * SMOOTH, outline=colour, width=6 * SMOOTH)
    save(image, "group-economy.png")


def draw_cover():
    image, pen = canvas(900, 1200)
    for wave in range(11):
        top = 430 + wave * 70
        points = [
            (x * SMOOTH, (top + (64 - wave * 3) * math.sin(x / 143 + wave * 0.62)) * SMOOTH)
            for x in range(0, 901, 6)
        ]
        edge = [(900 * SMOOTH, 1200 * SMOOTH), (0, 1200 * SMOOTH)]
        pen.polygon(points + edge, fill=ramp(0.2 + 0.055 * wave))
    pen.circle((640 * SMOOTH, 250 * SMOOTH), 84 * SMOOTH, fill=PALE)
    for ring in range(1, 4):
        pen.circle(
            (640 * SMOOTH, 250 * SMOOTH),
            (84 + 34 * ring) * SMOOTH,
            outline=ramp(0.55 - 0.12 * ring),
            width=5 * SMOOTH,
        )
    save(image, "publication-cover.png")


def draw_social_card():
    image, pen = canvas(1200, 630)
    tunnel(pen, (800 * SMOOTH, 315 * SMOOTH), 1000 * SMOOTH)
    save(image, "social-card.png", ICONS)


def mark(size, corner):
    """Draw the site's mark: a rosette on navy."""
    image = Image.new("RGBA", (size * 8, size * 8))
    pen = ImageDraw.Draw(image)
    unit = size * 8 / 32
    pen.rounded_rectangle([(0, 0), (size * 8 - 1, size * 8 - 1)], corner * unit, fill=NAVY)
    for number in range(6):
        points = petal((16 * unit, 16 * unit), 12 * unit, 5.2 * unit, 30 * number)
        pen.line(
            [*points, points[0], points[1]], fill=(127, 178, 255), width=round(1.3 * unit), joint="curve"
        )
    pen.circle((16 * unit, 16 * unit), 3.2 * unit, fill=WHITE)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def draw_icons():
    mark(32, 7).save(ICONS / "favicon.ico", sizes=[(32, 32), (16, 16)])
    mark(180, 0).convert("RGB").quantize(64).save(ICONS / "apple-touch-icon.png", optimize=True)


if __name__ == "__main__":
    for draw in (
        draw_hero,
        draw_vulnerable,
        draw_communities,
        draw_economy,
        draw_cover,
        draw_social_card,
        draw_icons,
    ):
        draw()

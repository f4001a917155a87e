"""Makes images.zip: small images in every format that can be read, with the pixels Pillow reads.

python make_images.py images.zip   (needs Pillow and numpy)

index.csv has a line an image: file, background or "white", height, width. references.bin holds H×W×3 uint8
of each in that order: turned as EXIF says, transparent parts over the background, 16 bits rounded to 8.
"""
import io, random, struct, sys, zipfile, zlib
import numpy as np
from PIL import Image, ImageOps

rng = np.random.default_rng(7)
items = []


def scene(h, w, c):
    y, x = np.mgrid[0:h, 0:w]
    out = np.zeros((h, w, c))
    for k in range(c):
        a, b, p = rng.uniform(-9, 9, 3)
        out[..., k] = 128 + 60 * np.sin((a * x / w + b * y / h) / 2 + p) + 50 * ((x * 3 // w + y * 2 // h + k) % 2)
    return np.clip(out, 0, 255).astype(np.uint8)


def put(kind, data, ext, background="white", raw=None):
    """raw: H×W or H×W×C uint8 that is certain, where Pillow cannot say"""
    color = {"white": (255, 255, 255), "black": (0, 0, 0)}.get(background) or tuple(
        bytes.fromhex(background[1:]))
    if raw is None:
        im = Image.open(io.BytesIO(data))
        if ext == "ico":
            im.load()
        im = ImageOps.exif_transpose(im)
        if im.mode.startswith("I"):
            raw = np.round(np.asarray(im).astype(float) * 255 / 65535).astype(np.uint8)
        elif im.mode in ("RGBA", "LA", "PA") or "transparency" in im.info:
            px = np.asarray(im.convert("RGBA")).astype(int)
            a = px[..., 3:]
            raw = ((px[..., :3] * a + np.array(color) * (255 - a) + 127) // 255).astype(np.uint8)
        else:
            raw = np.asarray(im.convert("RGB"))
    if raw.ndim == 2:
        raw = np.repeat(raw[..., None], 3, 2)
    items.append((f"{len(items):03d}-{kind}.{ext}", data, background, raw))


def save(im, fmt, **kw):
    out = io.BytesIO()
    im.save(out, fmt, **kw)
    return out.getvalue()


def side():
    return [(16, 16), (20, 24), (24, 17), (9, 31)][len(items) % 4]


def image(mode):
    h, w = side()
    n = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4, "CMYK": 4}.get(mode, 3)
    px = scene(h, w, n)
    if mode == "1":
        return Image.fromarray(px[..., 0]).convert("1")
    if mode == "P":
        return Image.fromarray(px).convert("P", palette=Image.Palette.ADAPTIVE, colors=int(rng.integers(3, 200)))
    if mode == "I;16":
        return Image.fromarray((px[..., 0].astype(np.uint16) * 257 + rng.integers(-90, 90)).clip(0, 65535).astype(np.uint16))
    return Image.fromarray(px[..., 0] if n == 1 else px, mode)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png16(alpha):
    h, w = side()
    px = scene(h, w, 4 if alpha else 3).astype(np.uint32)
    wide = (px * 257 + 100).clip(0, 65535)
    rows = b"".join(b"\0" + wide[y].astype(">u2").tobytes() for y in range(h))
    data = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 16, 6 if alpha else 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    v = np.round(wide * 255 / 65535).astype(int)
    if alpha:
        a = v[..., 3:]
        v = (v[..., :3] * a + 255 * (255 - a) + 127) // 255
    return data, v.astype(np.uint8)


def bitmap_icon(size, bits):
    """24 bits with a mask that hides a corner, or 32 with alpha; Pillow pads no row of a mask, which is wrong"""
    px = scene(size, size, bits // 8)
    alpha = px[..., 3].copy() if bits == 32 else np.full((size, size), 255, np.uint8)
    if bits == 24:
        alpha[: size // 3, : size // 2] = 0
    bgr = px.copy()
    bgr[..., :3] = px[..., 2::-1]
    padded = np.zeros((size, (size + 31) // 32 * 32), np.uint8)
    padded[:, :size] = alpha == 0
    dib = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, bits, 0, 0, 0, 0, 0, 0)
    dib += bgr[::-1].tobytes() + np.packbits(padded[::-1], axis=1).tobytes()
    head = struct.pack("<HHH", 0, 1, 1) + struct.pack("<BBBBHHII", size, size, 0, 0, 1, bits, len(dib), 22)
    a = alpha[..., None].astype(int)
    raw = ((px[..., :3] * a + 255 * (255 - a) + 127) // 255).astype(np.uint8)
    return head + dib, "ico", "white", raw


def oriented(o):
    e = Image.Exif()
    e[0x0112] = o
    e[0x010F] = "Maker"
    e[0x0132] = "2024:05:01 10:12:30"
    return e


for progressive in (False, True):
    for sub in (0, 1, 2):
        for q in (35, 60, 80, 95):
            for _ in range(2):
                put(f"rgb-{'progressive' if progressive else 'baseline'}-{sub}", save(image("RGB"), "JPEG", quality=q, subsampling=sub, progressive=progressive), "jpg")
    for q in (40, 70, 90, 95):
        put("gray", save(image("L"), "JPEG", quality=q, progressive=progressive), "jpeg")
for o in range(1, 9):
    for mode in ("RGB", "L"):
        put(f"turned-{o}", save(image(mode), "JPEG", quality=90, subsampling=0, exif=oriented(o)), "jpg")
for q in (60, 75, 90, 95) * 2:
    data = save(image("CMYK"), "JPEG", quality=q)
    put("cmyk", data, "jpg")
    at = data.index(b"Adobe")
    put("ycck", data[:at + 11] + b"\x02" + data[at + 12:], "jpg")
for background in ("white", "black", "#3366cc"):
    for mode in ("RGBA", "LA"):
        for _ in range(4):
            put(f"alpha-{mode}", save(image(mode), "PNG"), "png", background)
    for _ in range(3):
        put("palette-clear", save(image("P"), "PNG", transparency=1), "png", background)
        put("clear", save(image("P"), "GIF", transparency=2), "gif", background)
for mode in ("L", "RGB", "1", "P", "I;16"):
    for _ in range(5):
        put(f"plain-{mode.replace(';', '')}", save(image(mode), "PNG"), "png")
for alpha in (False, True):
    for _ in range(4):
        data, raw = png16(alpha)
        put("sixteen", data, "png", raw=raw)
for o in (3, 6):
    put(f"turned-{o}", save(image("RGB"), "PNG", exif=oriented(o)), "png")
for mode in ("1", "L", "P", "RGB"):
    for _ in range(6):
        put(mode, save(image(mode), "BMP"), "bmp")
for _ in range(5):
    put("interlaced", save(image("P"), "GIF", interlace=1), "gif")
    put("plain", save(image("L"), "GIF", interlace=0), "gif")
    first = image("P")
    put("animated", save(first, "GIF", save_all=True, append_images=[first.rotate(90), first.rotate(180)]), "gif")
for compression in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"):
    for mode in ("L", "RGB", "P", "I;16", "RGBA"):
        for _ in range(2):
            put(f"{mode.replace(';', '')}-{compression}", save(image(mode), "TIFF", compression=compression), "tif")
for compression in ("raw", "group4", "packbits"):
    put(f"1-{compression}", save(image("1"), "TIFF", compression=compression), "tiff")
    put("cmyk", save(image("CMYK"), "TIFF"), "tiff")
for o in (3, 6, 8):
    put(f"turned-{o}", save(image("RGB"), "TIFF", tiffinfo={0x0112: o}), "tif")
for _ in range(5):
    put("p4", save(image("1"), "PPM"), "pbm")
    put("p5", save(image("L"), "PPM"), "pgm")
    put("p6", save(image("RGB"), "PPM"), "ppm")
    put("p5-16", save(image("I;16"), "PPM"), "pgm")
    for kind, ext in (("P1", "pbm"), ("P2", "pgm"), ("P3", "ppm")):
        h, w = side()
        px = scene(h, w, 3 if kind == "P3" else 1)
        if kind == "P1":
            px = (px > 128).astype(np.uint8)
        lines = "\n".join(" ".join(map(str, row.ravel())) for row in px)
        put(kind.lower(), f"{kind}\n# a comment\n{w} {h}\n{'' if kind == 'P1' else '255' + chr(10)}{lines}\n".encode(), ext)
for mode in ("1", "L", "P", "RGB"):
    for _ in range(4):
        put(mode, save(image(mode), "PCX"), "pcx")
for size in (16, 24, 32):
    im = Image.fromarray(scene(32, 32, 4))
    put(f"png-{size}", save(im, "ICO", sizes=[(16, 16), (size, size)]), "ico")
    put(f"png-rgb-{size}", save(im.convert("RGB"), "ICO", sizes=[(size, size)]), "ico")
    put(f"bmp-24-{size}", *bitmap_icon(size, 24))
    put(f"bmp-32-{size}", *bitmap_icon(size, 32))

with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
    for name, data, _, _ in items:
        z.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED, 9)
    z.writestr("index.csv", "".join(f"{n},{b},{r.shape[0]},{r.shape[1]}\n" for n, _, b, r in items))
    z.writestr("references.bin", b"".join(r.tobytes() for *_, r in items))
print(len(items))

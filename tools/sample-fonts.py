#!/usr/bin/env python3
"""Makes the fonts that sample PDFs embed: Liberation Serif, cut down and written as Swift source.

How to run, from the root of the repository (only when the characters or the fonts change):

    apt-get download fonts-liberation2 && dpkg-deb -x fonts-liberation2_*.deb build-fonts
    python3 -m venv build-fonts/venv && build-fonts/venv/bin/pip install fonttools==4.68.0
    build-fonts/venv/bin/python tools/sample-fonts.py build-fonts/usr/share/fonts/truetype/liberation2

Version 2 of the fonts is needed: it is under the SIL Open Font License 1.1, while the package fonts-liberation of
Debian 12 holds version 1 under the GPL. That license reserves the name Liberation for the unchanged fonts, so the
cut-down ones are called Sample Serif. The same input and fonttools give the same bytes.
"""
import base64
import io
import pathlib
import sys
import textwrap
import zlib

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "Sources/LecternTesting/Sample/PDF"
CODES = range(32, 256)
# What `WinAnsi.bytes` can give: codes that Windows-1252 leaves open and the signs it never chooses are left out.
SIGNS = "€…ŠŒŽ‘’“”•–—šœžŸ"
FACES = [
    # style, Swift name, tag, width of upright stems as in Times, flags of the descriptor
    ("Regular", "sampleSerifRegular", "LCTRNR", 84, 34),
    ("Bold", "sampleSerifBold", "LCTRNB", 139, 34),
    ("Italic", "sampleSerifItalic", "LCTRNI", 76, 98),
]


def characters():
    plain = [chr(code) for code in CODES if code < 127 or code >= 160]
    return sorted(set(plain) | set(SIGNS))


def cut(path, style):
    font = TTFont(path, recalcTimestamp=False)
    licence = next(str(n) for n in font["name"].names if n.nameID == 13)
    if "SIL Open Font License" not in licence:
        sys.exit(f"{path} is not under the SIL Open Font License: {licence[:60]}")
    copyright = " ".join(str(next(n for n in font["name"].names if n.nameID == 0)).split())
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.glyph_names = False
    options.legacy_cmap = False
    options.notdef_outline = True
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "DSIG", "gasp", "kern", "FFTM", "meta", "vhea", "vmtx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(characters()))
    subsetter.subset(font)
    names = font["name"]
    names.names = []
    for number, text in [
        (0, copyright), (1, "Sample Serif"), (2, style), (3, f"SampleSerif-{style}"), (4, f"Sample Serif {style}"),
        (6, f"SampleSerif-{style}"), (13, "SIL Open Font License, Version 1.1"), (14, "https://openfontlicense.org"),
    ]:
        names.setName(text, number, 3, 1, 0x409)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def unicode_of(code):
    """WinAnsi of the PDF reference: what Windows-1252 leaves open is a bullet, 160 a space, 173 a hyphen."""
    if code in (160, 173):
        return " " if code == 160 else "-"
    try:
        return "•" if code == 127 else bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return "•"


def widths(font):
    cmap, hmtx, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    return [round(hmtx[cmap[ord(unicode_of(code))]][0] * 1000 / em) if ord(unicode_of(code)) in cmap else 0 for code in CODES]


def swift(style, swift_name, tag, stem, flags, font, program):
    em = font["head"].unitsPerEm

    def units(value):
        return round(value * 1000 / em)

    box = [units(font["head"].__dict__[key]) for key in ("xMin", "yMin", "xMax", "yMax")]
    encoded = base64.b64encode(zlib.compress(program, 9)).decode()
    numbers = textwrap.fill(", ".join(map(str, widths(font))) + ",", 124, initial_indent="      ", subsequent_indent="      ")
    lines = "\n".join("  " + encoded[at : at + 116] for at in range(0, len(encoded), 116))
    return f'''// Made by tools/sample-fonts.py. The font is under the SIL Open Font License 1.1, with the notice that
// docs/licenses/OFL-LiberationFonts.txt gives.

extension EmbeddedFont {{
  static let {swift_name} = EmbeddedFont(
    name: "{tag}+SampleSerif-{style}", flags: {flags}, box: {box}, italicAngle: {round(font["post"].italicAngle)},
    ascent: {units(font["hhea"].ascent)}, descent: {units(font["hhea"].descent)}, capHeight: {units(font["OS/2"].sCapHeight)}, \
stemWidth: {stem}, programBytes: {len(program)},
    deflated: Base64.bytes({swift_name}Text),
    widths: [
{numbers}
    ])
}}

private let {swift_name}Text = """
{lines}
  """
'''


def main():
    source = pathlib.Path(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
    for style, swift_name, tag, stem, flags in FACES:
        program = cut(source / f"LiberationSerif-{style}.ttf", style)
        font = TTFont(io.BytesIO(program))
        missing = [c for c in characters() if ord(c) not in font.getBestCmap()]
        if missing:
            sys.exit(f"{style} lacks {missing}")
        text = swift(style, swift_name, tag, stem, flags, font, program)
        path = FOLDER / f"Fonts/SampleSerif{style}.swift"
        path.write_text(text)
        print(f"{path.name}: {len(program)} bytes of font, {len(text.splitlines())} lines")


main()

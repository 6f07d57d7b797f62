"""Prints a PDF with every compressed stream unpacked after it, to look for what it holds."""
import re
import sys
import zlib

data = sys.stdin.buffer.read()
sys.stdout.buffer.write(data)
for match in re.finditer(rb"stream\r?\n", data):
    try:
        sys.stdout.buffer.write(b"\n" + zlib.decompressobj().decompress(data[match.end() :]))
    except zlib.error:
        pass

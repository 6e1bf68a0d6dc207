"""Tries every decoder that the text's shape allows, depth first, until a flag appears."""

import base64
import codecs
import re
import urllib.parse
from pathlib import Path


def decimal(text):
    if not re.fullmatch(r"\d{1,3}( \d{1,3})+", text):
        raise ValueError
    return bytes(int(part) for part in text.split()).decode("ascii")


def percent(text):
    if not re.fullmatch(r"(%[0-9A-F]{2})+", text):
        raise ValueError
    return urllib.parse.unquote(text, "ascii", "strict")


DECODERS = [
    decimal,
    percent,
    lambda text: bytes.fromhex(text).decode("ascii"),
    lambda text: base64.b32decode(text).decode("ascii"),
    lambda text: base64.b64decode(text, validate=True).decode("ascii"),
    lambda text: base64.a85decode(text).decode("ascii"),
    lambda text: text[::-1],
    lambda text: codecs.encode(text, "rot13"),
]
seen = set()


def search(text, depth):
    found = re.fullmatch(r"flag\{[a-z0-9_]+\}", text)
    if found or depth == 0 or text in seen or not text.isprintable():
        return text if found else None
    seen.add(text)
    for decode in DECODERS:
        try:
            inner = search(decode(text), depth - 1)
        except ValueError:
            continue
        if inner:
            return inner
    return None


Path("flag.txt").write_text(search(Path("message.txt").read_text().strip(), 9) + "\n")

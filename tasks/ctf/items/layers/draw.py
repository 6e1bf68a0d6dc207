"""A flag under several text encodings, the kinds and their order drawn."""

import base64
import codecs

DIFFICULTY, SIMULATED_DIFFICULTY = "easy", -2.5
TAGS = ["encoding"]
SUMMARY = "Peel unknown text encodings off a flag"
INSTRUCTION = """
`/work/message.txt` holds a flag. Somebody encoded it several times over, each time with a common, keyless text encoding, and kept no note of
which ones. Undo them.
"""
ENCODINGS = {
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base32": lambda text: base64.b32encode(text.encode()).decode(),
    "base16": lambda text: text.encode().hex(),
    "ascii85": lambda text: base64.a85encode(text.encode()).decode(),
    "decimal": lambda text: " ".join(str(byte) for byte in text.encode()),
    "percent": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    "rot13": lambda text: codecs.encode(text, "rot13"),
    "reversed": lambda text: text[::-1],
}


def draw(stream, flag):
    kinds = stream.sample(["base64", "base32", "base16", "ascii85", "decimal", "percent"], 4)
    for kind in ("rot13", "reversed"):
        kinds.insert(stream.randrange(1, len(kinds)), kind)
    message = flag
    for kind in kinds:
        message = ENCODINGS[kind](message)
    return {"message.txt": message + "\n"}, {}

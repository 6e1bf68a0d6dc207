"""A 24-bit BMP picture whose lowest bits hold a message; channel, order and start are not told."""

import struct

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", -0.1
TAGS = ["steganography", "bmp"]
SUMMARY = "Read a message from the lowest bits of a BMP picture"
INSTRUCTION = """
`/work/garden.bmp` looks like a harmless picture. A message was written into the lowest bits of one of its three colour channels, one bit for
each pixel, going through the pixels from the picture's top left corner row by row, and starting at some pixel. Which channel and which start were not written
down, nor in which order the bits of a character go. The message holds a flag.
"""


def draw(stream, flag):
    width, height = stream.randrange(41, 60), stream.randrange(40, 60)
    message = f"for your eyes only: {flag} / end".encode()
    reverse = stream.random() < 0.5
    bits = [(byte >> (k if reverse else 7 - k)) & 1 for byte in message for k in range(8)]
    channel, start = stream.randrange(3), stream.randrange(50, width * height - len(bits))
    rows = []
    for y in range(height):
        row = bytearray()
        for x in range(width):
            pixel = [(5 * x + 3 * y + 7 * c + stream.randrange(6)) % 256 for c in range(3)]
            place = y * width + x - start
            if 0 <= place < len(bits):
                pixel[channel] = pixel[channel] & 254 | bits[place]
            row += bytes(pixel)
        rows.append(bytes(row) + bytes(-len(row) % 4))
    body = b"".join(reversed(rows))  # BMP stores the lowest row first
    header = b"BM" + struct.pack("<IHHI", 54 + len(body), 0, 0, 54)
    header += struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(body), 2835, 2835, 0, 0)
    return {"garden.bmp": header + body}, {}

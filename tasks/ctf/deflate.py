"""zlib streams, PNG files and ZIP archives whose bytes do not depend on the zlib that is installed.

Deflate (RFC 1951) lets a writer spell every byte as a literal of the fixed Huffman code: no shorter than the input, but the same on every
host, and no plain text remains in it.
"""

import struct
import zlib


def compress(data):
    """A zlib stream (RFC 1950) of one fixed-Huffman block with literals only."""
    bits, count, out = 0b011, 3, bytearray(b"\x78\x01")  # final block, fixed Huffman code

    def code(value, width):
        # Huffman codes go most significant bit first into the least significant free bit.
        nonlocal bits, count
        bits |= int(f"{value:0{width}b}"[::-1], 2) << count
        count += width
        while count >= 8:
            out.append(bits & 255)
            bits >>= 8
            count -= 8

    for byte in data:
        if byte < 144:
            code(0x30 + byte, 8)
        else:
            code(0x190 + byte - 144, 9)
    code(0, 7)
    if count:
        out.append(bits)
    return bytes(out) + struct.pack(">I", zlib.adler32(data))


def png(width, height, rows, text=()):
    """An 8-bit grey PNG of `rows` (bytes of length `width`), with tEXt chunks of (keyword, value)."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    notes = b"".join(chunk(b"tEXt", keyword.encode() + b"\0" + value.encode()) for keyword, value in text)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + notes + chunk(b"IDAT", compress(b"".join(b"\0" + row for row in rows))) + chunk(b"IEND", b"")


def zip_archive(members):
    """A ZIP archive of (name, bytes), deflated, dated 1980-01-01."""
    out, directory = bytearray(), bytearray()
    for name, data in members:
        packed, label = compress(data)[2:-4], name.encode("ascii")
        common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, zlib.crc32(data), len(packed), len(data), len(label), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + label
        out += b"PK\3\4" + common + label + packed
    end = struct.pack("<HHHHIIH", 0, 0, len(members), len(members), len(directory), len(out), 0)
    return bytes(out + directory + b"PK\5\6" + end)

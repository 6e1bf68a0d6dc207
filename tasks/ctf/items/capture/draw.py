"""A text capture of Ethernet frames: one TCP stream among several, out of order, repeated, chunked."""

import base64
import struct

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", 0.4
TAGS = ["forensics", "network"]
SUMMARY = "Reassemble a chunked HTTP answer from a hexadecimal packet capture"
INSTRUCTION = """
`/work/capture.txt` is a hexadecimal dump of Ethernet frames (a number and a time, then lines of an offset and up to 16 bytes, then an empty line).
Somebody fetched a file named `flag.b64` over plain HTTP while other transfers went on. Frames arrived out of order and some came twice; the server
answers in chunked transfer coding. Recover the file; it holds the flag in Base64.
"""


def frame(source, target, ports, sequence, payload):
    """An Ethernet II frame with IPv4 and TCP headers. The checksums are left zero, as network cards that compute them leave them in captures."""
    tcp = struct.pack(">HHIIBBHHH", *ports, sequence & 0xFFFFFFFF, 0, 5 << 4, 0x18, 8192, 0, 0)
    ip = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 40 + len(payload), sequence & 0xFFFF, 0, 64, 6, 0, bytes(source), bytes(target))
    return bytes.fromhex("020000000001020000000002") + b"\x08\x00" + ip + tcp + payload


def chunked(stream, body):
    out = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
    while body:
        size = stream.randrange(3, 12)
        out += f"{len(body[:size]):x}\r\n".encode() + body[:size] + b"\r\n"
        body = body[size:]
    return out + b"0\r\n\r\n"


def draw(stream, flag):
    server = (192, 168, 7, stream.randrange(2, 250))
    frames = []
    files = [("flag.b64", flag.encode())] + [(f"part{n}.b64", stream.randbytes(stream.randrange(20, 40))) for n in range(4)]
    for number, (name, content) in enumerate(files):
        client, port = (10, 0, 0, stream.randrange(2, 250)), stream.randrange(20000, 60000)
        request = f"GET /{name} HTTP/1.1\r\nHost: files.test\r\n\r\n".encode()
        begin = number + 0.5
        frames.append((begin, frame(client, server, (port, 80), stream.getrandbits(32), request)))
        answer, first = chunked(stream, base64.b64encode(content)), stream.getrandbits(32)
        place = 0
        while place < len(answer):
            size = stream.randrange(5, 24)
            packet = frame(server, client, (80, port), first + place, answer[place : place + size])
            for _ in range(1 + (stream.random() < 0.25)):
                frames.append((begin + 1 + 4 * stream.random(), packet))
            place += size
    lines = []
    for number, (time, packet) in enumerate(sorted(frames)):
        lines.append(f"frame {number} at {time:.6f}")
        lines += [f"{place:04x}  {packet[place:place + 16].hex(' ')}" for place in range(0, len(packet), 16)]
        lines.append("")
    return {"capture.txt": "\n".join(lines)}, {}

"""A memory card's image: a picture with a damaged header and an archive, between noise."""

import base64

import deflate
import prose

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", -0.4
TAGS = ["forensics", "carving"]
SUMMARY = "Carve a damaged PNG and a ZIP out of an image and join their halves"
INSTRUCTION = """
`/work/card.img` is what could be read from a damaged memory card: no file system is left. There was a grey PNG picture on it, the first eight
bytes of which are lost, and a ZIP archive. The first half of the flag is drawn in the picture: in its one row of pixels that is neither all
dark nor all light, each pixel's brightness is the code of one character. The archive tells where the second half is.
"""


def draw(stream, flag):
    half = len(flag) // 2 + stream.randrange(-3, 4)
    width, height = len(flag[:half]), stream.randrange(9, 16)
    rows = [bytes([stream.choice([0, 255])]) * width for _ in range(height)]
    rows[stream.randrange(2, height - 2)] = flag[:half].encode()
    picture = stream.randbytes(8) + deflate.png(width, height, rows, text=[("Comment", "holiday, second roll")])[8:]
    inner = base64.b64encode(flag[half:].encode())
    names = [f"notes/{stream.getrandbits(20):05x}.txt" for _ in range(5)]
    chosen = stream.choice(names)
    members = [(name, prose.text(stream, 4).encode() if name != chosen else b"second half, base64: " + inner) for name in names]
    archive = deflate.zip_archive(members)
    noise = [stream.randbytes(stream.randrange(3000, 6000)) for _ in range(3)]
    return {"card.img": noise[0] + picture + noise[1] + archive + noise[2]}, {}

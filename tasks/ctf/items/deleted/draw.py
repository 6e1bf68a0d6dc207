"""A toy file system with a deleted file: its entry and its blocks remain, its chain is only in the journal."""

import struct

import deflate
import prose

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", 0.5
TAGS = ["forensics", "file-system"]
SUMMARY = "Recover a deleted file from the image of a toy file system"
INSTRUCTION = """
`/work/disk.img` is the image of a small file system; `/work/FORMAT.md` describes it. A file with a flag was deleted
from it; the file is a zlib stream (RFC 1950). Recover the flag.
"""
FORMAT = """# The format of disk.img

All numbers are little-endian. The image is made of blocks; block 0 is the superblock.

    superblock   4 bytes "TOYF", u16 bytes per block, u16 number of blocks, u16 first directory block, u16 directory blocks,
                 u16 first block of the link table, u16 first block of the journal, u16 journal blocks
    directory    entries of 32 bytes: u8 state (1 in use, 229 deleted, 0 never used), 21 bytes name filled up with zeros,
                 u16 first block, u32 size in bytes, u32 id of the file
    link table   one u16 per block of the image: 0 free, 65535 last block of a file, else the next block of the file
    journal      a ring of records of 12 bytes in the order of writing, the oldest may have been overwritten by newer ones:
                 u32 sequence number (0 for a record never written), u8 kind, u8 reserved, u16 block, u32 file id.
                 kind 1: the block was appended to the file. kind 2: the block was released by the file.
                 kind 3: the block was moved; the next record in sequence (kind 4) names the block where its content went.

Deleting a file sets its entry's state to 229 and its first block to 0, releases its blocks in the link table, and writes nothing else.
Blocks are not wiped.
"""
SIZE, COUNT, DIRECTORY, LINKS, JOURNAL, JOURNAL_BLOCKS, DATA = 128, 256, 1, 5, 9, 20, 30


def draw(stream, flag):
    blocks = [bytes(SIZE) for _ in range(COUNT)]
    free = list(range(DATA, COUNT))
    stream.shuffle(free)
    links, entries, records = [0] * COUNT, [], []
    names = stream.sample(["budget", "poem", "recipe", "minutes", "travel", "letters", "ideas", "index"], 7)
    names = [name + ".txt" for name in names]
    secret, ids = stream.randrange(2, 6), stream.sample(range(100, 999), 7)
    for number, name in enumerate(names):
        head = prose.text(stream, stream.randrange(5, 9))
        cut = stream.randrange(20, len(head))
        text = (head[:cut] + f" {flag} " + head[cut:] if number == secret else head).encode()
        if number == secret:
            # Compressed, so that the flag shows only when all blocks are found and in order.
            text, names[number] = deflate.compress(text), name + ".z"
        chain = [free.pop() for _ in range(-(-len(text) // SIZE))]
        for index, block in enumerate(chain):
            blocks[block] = text[index * SIZE : (index + 1) * SIZE].ljust(SIZE, b"\0")
            records.append((1, block, ids[number]))
        if number == secret:
            for index in stream.sample(range(len(chain)), 2):
                moved = free.pop()
                records += [(3, chain[index], ids[number]), (4, moved, ids[number])]
                blocks[moved] = blocks[chain[index]]
                blocks[chain[index]] = prose.text(stream, 4).encode()[:SIZE]
                chain[index] = moved
        else:
            for here, there in zip(chain, chain[1:] + [65535]):
                links[here] = there
        state = 229 if number == secret else 1
        entries.append(struct.pack("<B21sHII", state, names[number].encode(), 0 if number == secret else chain[0], len(text), ids[number]))
    slots = JOURNAL_BLOCKS * SIZE // 12
    ring, first = [bytes(12)] * slots, stream.randrange(slots)
    for sequence, (kind, block, owner) in enumerate(records, start=stream.randrange(1000, 9000)):
        ring[first % slots] = struct.pack("<IBBHI", sequence, kind, 0, block, owner)
        first += 1
    areas = [
        (0, b"TOYF" + struct.pack("<HHHHHHH", SIZE, COUNT, DIRECTORY, LINKS - DIRECTORY, LINKS, JOURNAL, JOURNAL_BLOCKS)),
        (DIRECTORY, b"".join(entries)),
        (LINKS, struct.pack(f"<{COUNT}H", *links)),
        (JOURNAL, b"".join(ring)),
    ]
    image = bytearray(b"".join(blocks))
    for block, content in areas:
        image[block * SIZE : block * SIZE + len(content)] = content
    return {"disk.img": bytes(image), "FORMAT.md": FORMAT}, {}

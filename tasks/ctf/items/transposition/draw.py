"""A double columnar transposition: two keys, uneven last rows, one known opening."""

import prose

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", 0.1
TAGS = ["cipher", "transposition"]
SUMMARY = "Undo a double columnar transposition with an uneven last row"
INSTRUCTION = """
`/work/telegram.txt` was made by a columnar transposition, done twice. Each time the text is written in rows under a keyword and read out column
by column in the alphabetical order of the keyword's letters; the last row may be shorter and is not filled up. The two keywords differ, each has
five different letters, and both are lost. The telegram begins with `$opening`. It holds a flag.
"""


def transpose(text, order):
    return "".join(text[column :: len(order)] for column in order)


def draw(stream, flag):
    opening = "CONFIRM RECEIPT OF PARCEL " + str(stream.randrange(100, 1000))
    text = opening + " STOP " + prose.sentence(stream) + " STOP the word is " + flag + " STOP " + prose.sentence(stream)
    text += "." * stream.choice([n for n in range(5) if (len(text) + n) % 5])
    for _ in range(2):
        text = transpose(text, stream.sample(range(5), 5))
    return {"telegram.txt": text}, {"opening": opening}

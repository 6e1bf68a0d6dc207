"""Delimited text with quoting and escapes: parsing, checking, selecting and emitting in another dialect."""

SOURCE, TARGET = "javascript", "go"
LEVEL, SIMULATED_DIFFICULTY = "medium", -0.6
TAGS = ["parser", "text"]
ARGUMENTS = True
ABOUT = "It reads a table in a dialect of delimited text and prints chosen columns in another dialect."
INPUT = """Arguments: the columns to print, by name or by number from 1, in the order wanted; none means all. Standard input: the table, with quoted
fields that may hold delimiters, quotes and line ends. Unclosed quotes, ragged rows and unknown columns occur."""


def parameters(random):
    delimiter, quote, out_delimiter, escape = random.sample([";", "|", "'", '"', "^", "!", "~", "&"], 4)
    return {
        "delimiter": delimiter.replace('"', '\\"'),
        "quote": quote.replace('"', '\\"'),
        "out_delimiter": out_delimiter.replace('"', '\\"'),
        "escape": escape.replace('"', '\\"'),
        "missing": random.choice(["NA", "-", "null", "?"]),
        "order": random.choice(["descending", "ascending"]),
        "comment": random.choice(["#", "%"]),
    }


def field(random, p, hard):
    text = random.choice(["ann", "bob", "12", "7.5", "", "x y", " pad ", "Zoe", "-3", "long field text", "0"])
    if not hard or random.random() < 0.5:
        return text
    quote = p["quote"][-1]
    inside = random.choice([p["delimiter"][-1], quote, "\n", p["out_delimiter"][-1], p["escape"][-1], "\\", "\t", p["missing"], p["comment"]])
    inside = text + inside + random.choice(["", "b", inside])
    return quote + inside.replace(quote, quote + quote) + quote


def case(random, group, p):
    columns = random.sample(["id", "name", "value", "note", "city", "x"], random.randint(1, 5))
    rows = [columns]
    for _ in range(random.randint(0 if group == "edge" else 2, 8)):
        rows.append([field(random, p, group != "typical" or random.random() < 0.3) for _ in columns])
    if group == "error":
        kind = random.randrange(4)
        row = random.choice(rows[1:])
        if kind == 0:
            row.append("extra")
        elif kind == 1:
            row[-1] = p["quote"][-1] + "open"
        elif kind == 2:
            row[0] = p["quote"][-1] + "shut" + p["quote"][-1] + "tail"
        else:
            row[0] = "mid" + p["quote"][-1] + "dle"
    lines = [p["delimiter"][-1].join(row) for row in rows]
    if random.random() < 0.3:
        lines.insert(random.randint(0, len(lines)), p["comment"] + " remark")
    if random.random() < 0.3:
        lines.insert(random.randint(1, len(lines)), "")
    arguments = []
    if random.random() < 0.5:
        arguments = [random.choice([random.choice(columns), str(random.randint(1, len(columns)))]) for _ in range(random.randint(1, 4))]
    if group == "error" and random.random() < 0.3:
        arguments = [random.choice(["0", "99", "nope", ""])]
    return arguments, random.choice(["\n", "\n", "\r\n"]).join(lines) + random.choice(["\n", ""])

import re
import sys

HEAD, ITEM, QUOTE, FENCE, CODE = "@HEAD@", "@ITEM@", "@QUOTE@", "@FENCE@", "@CODE@"
MARKS = {"@STRONG@": "@STRONG_TAG@", "@SOFT@": "@SOFT_TAG@"}
DEEPEST, INDENT = @DEEPEST@, @INDENT@
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
PLAIN = re.compile("[A-Za-z0-9 ]")
LINK = re.compile(r"\[([^\]]*)\]\(([^) ]+)\)")


class Refusal(Exception):
    pass


def escape(text):
    return "".join(ESCAPES.get(c, c) for c in text)


def closing(text, mark, start):
    i = start
    while i < len(text):
        if text[i] == "\\":
            i += 1
        elif text[i] == mark and text[i - 1] != " ":
            return i
        i += 1
    return -1


def inline(text, depth=0):
    out, i = "", 0
    while i < len(text):
        c = text[i]
        after = text[i + 1 : i + 2]
        link = LINK.match(text, i) if c == "[" and depth < 2 else None
        if c == "\\" and after and not PLAIN.match(after):
            out += escape(after)
            i += 1
        elif c == CODE and text.find(CODE, i + 1) > i + 1:
            end = text.find(CODE, i + 1)
            out += f"<code>{escape(text[i + 1 : end])}</code>"
            i = end
        elif c in MARKS and after != " " and closing(text, c, i + 1) > i + 1:
            end = closing(text, c, i + 1)
            out += f"<{MARKS[c]}>{inline(text[i + 1 : end], depth + 1)}</{MARKS[c]}>"
            i = end
        elif link:
            out += f'<a href="{escape(link[2])}">{inline(link[1], 2)}</a>'
            i = link.end() - 1
        else:
            out += escape(c)
        i += 1
    return out


def unordered(lines, number):
    out, level = [], 0
    for n, line in enumerate(lines):
        spaces = len(line) - len(line.lstrip(" "))
        if spaces % INDENT:
            raise Refusal(f"line {number + n}: indented by {spaces}")
        depth = spaces // INDENT + 1
        if depth > level + 1:
            raise Refusal(f"line {number + n}: too deep by {depth - level - 1}")
        out.append("<ul>" if depth > level else "</li>")
        out += ["</ul>", "</li>"] * (level - depth)
        level = depth
        out.append("<li>" + inline(line[spaces + 2 :]))
    return out + ["</li>", "</ul>"] * level


def is_item(line):
    # A tab is white space here too: the reference looks for tabs only where a block begins.
    return line.lstrip().startswith(ITEM + " ")


def is_quote(line):
    return line.startswith(QUOTE + " ") or line == QUOTE


def head_of(line):
    n = len(line) - len(line.lstrip(HEAD))
    return n if line[n : n + 1] == " " else 0


def is_text(line):
    return line.strip() != "" and line != FENCE and not head_of(line) and not is_item(line) and not is_quote(line)


def blocks(lines, first):
    out, i = [], 0
    while i < len(lines):
        line, number, start = lines[i], first + i, i
        if "\t" in line:
            raise Refusal(f"line {number}: tab")
        if line.strip() == "":
            i += 1
        elif line == FENCE:
            if FENCE not in lines[i + 1 :]:
                raise Refusal(f"line {number}: fence is not closed")
            i = lines.index(FENCE, i + 1) + 1
            out.append("<pre>" + "\n".join(map(escape, lines[start + 1 : i - 1])) + "</pre>")
        elif level := head_of(line):
            if level > DEEPEST:
                raise Refusal(f"line {number}: heading of level {level}")
            name = re.sub("^-|-$", "", re.sub("[^a-z0-9]+", "-", line.lower()))
            out.append(f'<h{level} id="{name}">{inline(line[level + 1 :])}</h{level}>')
            i += 1
        else:
            kind = is_item if is_item(line) else is_quote if is_quote(line) else is_text
            while i < len(lines) and kind(lines[i]):
                i += 1
            part = lines[start:i]
            if kind is is_item:
                out += unordered(part, number)
            elif kind is is_quote:
                out += ["<blockquote>", *blocks([text[2:] for text in part], number), "</blockquote>"]
            else:
                out.append(f"<p>{inline(' '.join(text.strip() for text in part))}</p>")
    return out


try:
    html = blocks(sys.stdin.read().split("\n")[:-1], 1)
    # What is printed for a text without blocks begins with an empty line.
    print("\n".join(html) + f"\n<!-- {len(html)} lines -->")
except Refusal as refusal:
    print(f"refused: {refusal}")
    sys.exit(1)

"use strict";
const WIDTH = @WIDTH@, INDENT = @INDENT@, BULLET = "@BULLET@", CUT = "@CUT@", RIGHT_FIRST = @RIGHT_FIRST@;

function paragraphs(text) {
  const found = [];
  let current = null;
  const close = () => {
    if (current && current.words.length) found.push(current);
    current = null;
  };
  for (const line of text.split("\n")) {
    let words = line.split(" ").filter((w) => w);
    const starts = words.length > 0 && words[0].startsWith(BULLET);
    if (!words.length || starts) close();
    if (!words.length) continue;
    if (starts) words = [words[0].slice(1), ...words.slice(1)].filter((w) => w);
    current ??= { bulleted: starts, words: [] };
    current.words.push(...words);
  }
  close();
  return found;
}

function linesOf(words, room) {
  const pieces = [];
  for (let word of words) {
    for (; word.length > room; word = word.slice(room - 1)) pieces.push(word.slice(0, room - 1) + CUT);
    pieces.push(word);
  }
  const lines = [];
  let line = [], length = 0;
  for (const word of pieces) {
    if (line.length && length + 1 + word.length > room) {
      lines.push(line);
      line = [];
      length = 0;
    }
    length += word.length + (line.length ? 1 : 0);
    line.push(word);
  }
  lines.push(line);
  return lines;
}

function justify(words, room, number) {
  const gaps = words.length - 1;
  if (gaps === 0) return words[0];
  const spare = room - words.reduce((sum, w) => sum + w.length, 0);
  const each = Math.floor(spare / gaps), extra = spare % gaps;
  let out = words[0];
  for (let i = 0; i < gaps; i++) {
    const wide = (number + RIGHT_FIRST) % 2 === 0 ? i < extra : i >= gaps - extra;
    out += " ".repeat(each + (wide ? 1 : 0)) + words[i + 1];
  }
  return out;
}

const found = paragraphs(require("fs").readFileSync(0, "latin1"));
const out = [];
found.forEach(({ bulleted, words }, index) => {
  if (index) out.push("");
  const room = WIDTH - (bulleted ? INDENT : 0);
  const lines = linesOf(words, room);
  lines.forEach((line, number) => {
    const text = number === lines.length - 1 ? line.join(" ") : justify(line, room, number);
    out.push((bulleted ? (number ? "" : BULLET).padEnd(INDENT) : "") + text);
  });
});
if (!found.length) out.push("error: no words");
process.stdout.write(out.join("\n") + "\n");
process.exitCode = found.length ? 0 : 3;

"use strict";
const HEAD = "@HEAD@", ITEM = "@ITEM@", QUOTE = "@QUOTE@", FENCE = "@FENCE@", CODE = "@CODE@";
const MARKS = { "@STRONG@": "@STRONG_TAG@", "@SOFT@": "@SOFT_TAG@" };
const DEEPEST = @DEEPEST@, INDENT = @INDENT@;

class Refusal extends Error {}

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replace(/[&<>"]/g, (c) => escapes[c]);

// Marks nest; one that does not close before the end of the text, or of the mark around it, is a plain character.
function inline(text, depth = 0) {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "\\" && i + 1 < text.length && !/[A-Za-z0-9 ]/.test(text[i + 1])) {
      out += escape(text[++i]);
    } else if (c === CODE && text.indexOf(CODE, i + 1) > i + 1) {
      const end = text.indexOf(CODE, i + 1);
      out += `<code>${escape(text.slice(i + 1, end))}</code>`;
      i = end;
    } else if (Object.hasOwn(MARKS, c) && text[i + 1] !== " " && closing(text, c, i + 1) > i + 1) {
      const end = closing(text, c, i + 1);
      out += `<${MARKS[c]}>${inline(text.slice(i + 1, end), depth + 1)}</${MARKS[c]}>`;
      i = end;
    } else if (c === "[") {
      const match = /^\[([^\]]*)\]\(([^) ]+)\)/.exec(text.slice(i));
      if (match && depth < 2) {
        out += `<a href="${escape(match[2])}">${inline(match[1], 2)}</a>`;
        i += match[0].length - 1;
      } else {
        out += c;
      }
    } else {
      out += escape(c);
    }
  }
  return out;
}

// Where a mark closes: not after a space, not escaped.
function closing(text, mark, from) {
  for (let i = from; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === mark && text[i - 1] !== " ") return i;
  }
  return -1;
}

function list(lines, number) {
  const out = [];
  let open = 0;
  lines.forEach((line, n) => {
    const spaces = line.search(/[^ ]/);
    if (spaces % INDENT !== 0) throw new Refusal(`line ${number + n}: indented by ${spaces}`);
    const depth = spaces / INDENT + 1;
    if (depth > open + 1) throw new Refusal(`line ${number + n}: too deep by ${depth - open - 1}`);
    if (depth > open) out.push("<ul>");
    else out.push("</li>");
    for (; open > depth; open--) out.push("</ul>", "</li>");
    open = depth;
    out.push(`<li>${inline(line.slice(spaces + 2))}`);
  });
  for (; open > 0; open--) out.push("</li>", "</ul>");
  return out;
}

const isItem = (line) => line.trimStart().startsWith(ITEM + " ");
const isQuote = (line) => line.startsWith(QUOTE + " ") || line === QUOTE;
const headOf = (line) => {
  let n = 0;
  while (line[n] === HEAD) n++;
  return n > 0 && line[n] === " " ? n : 0;
};

function blocks(lines, first) {
  const out = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i], number = first + i, start = i;
    if (line.includes("\t")) throw new Refusal(`line ${number}: tab`);
    if (line.trim() === "") {
      i++;
    } else if (line === FENCE) {
      const end = lines.indexOf(FENCE, i + 1);
      if (end < 0) throw new Refusal(`line ${number}: fence is not closed`);
      out.push(`<pre>${lines.slice(i + 1, end).map(escape).join("\n")}</pre>`);
      i = end + 1;
    } else if (headOf(line)) {
      const level = headOf(line);
      if (level > DEEPEST) throw new Refusal(`line ${number}: heading of level ${level}`);
      const id = line.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
      out.push(`<h${level} id="${id}">${inline(line.slice(level + 1))}</h${level}>`);
      i++;
    } else if (isItem(line)) {
      while (i < lines.length && isItem(lines[i])) i++;
      out.push(...list(lines.slice(start, i), number));
    } else if (isQuote(line)) {
      while (i < lines.length && isQuote(lines[i])) i++;
      out.push("<blockquote>", ...blocks(lines.slice(start, i).map((l) => l.slice(2)), number), "</blockquote>");
    } else {
      const text = [];
      while (i < lines.length && lines[i].trim() !== "" && lines[i] !== FENCE && !headOf(lines[i]) && !isItem(lines[i]) && !isQuote(lines[i])) {
        text.push(lines[i++].trim());
      }
      out.push(`<p>${inline(text.join(" "))}</p>`);
    }
  }
  return out;
}

try {
  const lines = require("fs").readFileSync(0, "latin1").split("\n").slice(0, -1);
  const out = blocks(lines, 1);
  console.log(out.join("\n") + `\n<!-- ${out.length} lines -->`);
} catch (e) {
  if (!(e instanceof Refusal)) throw e;
  console.log("refused: " + e.message);
  process.exitCode = 1;
}

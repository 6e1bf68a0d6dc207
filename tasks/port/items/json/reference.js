"use strict";
const ASSIGN = "@ASSIGN@", COMMENT = "@COMMENT@", SEPARATOR = "@SEPARATOR@";
const INDENT = @INDENT@, WIDTH = @WIDTH@, DEEPEST = @DEEPEST@;
const WORDS = { "@YES@": true, "@NO@": false, "@NOTHING@": null };

class Fault extends Error {}

const text = require("fs").readFileSync(0, "latin1");
let at = 0;

function fail(message, where = at) {
  const before = text.slice(0, where).split("\n");
  throw new Fault(`${before.length}:${before[before.length - 1].length + 1}: ${message}`);
}

function found() {
  return at < text.length ? (text[at] > " " && text[at] < "\x7f" ? `'${text[at]}'` : `byte ${text.charCodeAt(at)}`) : "the end";
}

function skip() {
  for (;;) {
    while (at < text.length && " \t\r\n".includes(text[at])) at++;
    if (!text.startsWith(COMMENT, at)) return;
    while (at < text.length && text[at] !== "\n") at++;
  }
}

function string() {
  const quote = text[at], start = at;
  let out = "";
  for (at++; text[at] !== quote; at++) {
    if (at >= text.length || text[at] === "\n") fail("string is not closed", start);
    if (text[at] !== "\\") {
      out += text[at];
      continue;
    }
    at++;
    const plain = { n: "\n", t: "\t", "\\": "\\", "/": "/", "'": "'", '"': '"' }[text[at]];
    if (plain) {
      out += plain;
    } else if (text[at] === "x" && /^[0-9a-f]{2}$/i.test(text.slice(at + 1, at + 3))) {
      out += String.fromCharCode(parseInt(text.slice(at + 1, at + 3), 16));
      at += 2;
    } else {
      fail("bad escape", at - 1);
    }
  }
  at++;
  return out;
}

// Numbers stay decimal texts: digits without needless zeros, and a power of ten.
function number() {
  const start = at;
  const match = /^(-?)([0-9]+(?:@SEPARATOR@[0-9]+)*)(?:\.([0-9]+))?(?:e(-?[0-9]{1,2}))?/.exec(text.slice(at));
  if (!match) fail(`not a number`);
  at += match[0].length;
  if (/[0-9A-Za-z_.']/.test(text[at] ?? "")) fail("not a number", start);
  const whole = match[2].replaceAll(SEPARATOR, "");
  if (whole.length > 1 && whole[0] === "0") fail("leading zero", start);
  let digits = (whole + (match[3] ?? "")).replace(/^0+/, "");
  let power = Number(match[4] ?? 0) - (match[3] ?? "").length;
  const cut = digits.replace(/0+$/, "");
  power += digits.length - cut.length;
  digits = cut;
  if (digits === "") return { digits: "0" };
  if (power >= 0 && digits.length + power <= 12) digits += "0".repeat(power);
  else if (power < 0 && power >= -8) {
    digits = digits.padStart(1 - power, "0");
    digits = digits.slice(0, power) + "." + digits.slice(power);
  } else digits += "e" + power;
  return { digits: match[1] + digits };
}

function word() {
  const match = /^[A-Za-z_][A-Za-z0-9_]*/.exec(text.slice(at));
  return match ? match[0] : null;
}

function value(depth) {
  skip();
  const c = text[at] ?? "";
  if (c === "[" || c === "{") {
    if (depth === DEEPEST) fail(`deeper than ${DEEPEST}`);
    return c === "[" ? list(depth + 1) : map(depth + 1);
  }
  if (c === '"' || c === "'") return string();
  if (c === "-" || (c >= "0" && c <= "9")) return number();
  const name = word();
  if (name === null) fail(`expected a value, found ${found()}`);
  if (!Object.hasOwn(WORDS, name)) fail(`unknown word ${name}`);
  at += name.length;
  return WORDS[name];
}

// Calls `member` for each part between brackets; a comma may follow the last one.
function parts(close, member) {
  const start = at++;
  for (;;) {
    skip();
    if (text[at] === close) break;
    if (at >= text.length) fail(`'${text[start]}' is not closed`, start);
    member();
    skip();
    if (text[at] === close) break;
    if (text[at] !== ",") fail(`expected ',' or '${close}', found ${found()}`);
    at++;
  }
  at++;
}

function list(depth) {
  const out = [];
  parts("]", () => out.push(value(depth)));
  return out;
}

function map(depth) {
  const out = new Map();
  parts("}", () => {
    let key;
    if (text[at] === '"' || text[at] === "'") key = string();
    else if ((key = word()) !== null) at += key.length;
    else fail(`expected a key, found ${found()}`);
    skip();
    if (!text.startsWith(ASSIGN, at)) fail(`expected '${ASSIGN}', found ${found()}`);
    at += ASSIGN.length;
    const member = value(depth);
    if (!out.has(key) || "@REPEAT@" === "last") out.set(key, member);
  });
  return out;
}

function quoted(s) {
  let out = '"';
  for (const c of s) {
    if (c === "\n") out += "\\n";
    else if (c === "\t") out += "\\t";
    else if (c === '"' || c === "\\") out += "\\" + c;
    else if (c < " " || c > "~") out += "\\x" + c.charCodeAt(0).toString(16).padStart(2, "0");
    else out += c;
  }
  return out + '"';
}

const key = (k) => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(k) && !Object.hasOwn(WORDS, k) ? k : quoted(k));

// Keys are sorted by their bytes. What fits into the width goes on one line.
function show(v, indent, taken) {
  if (typeof v === "string") return quoted(v);
  if (v === null || typeof v === "boolean") return Object.keys(WORDS).find((w) => WORDS[w] === v);
  if (!Array.isArray(v) && !(v instanceof Map)) return v.digits;
  const [open, close] = Array.isArray(v) ? "[]" : "{}";
  const members = Array.isArray(v)
    ? v.map((m) => ["", m])
    : [...v].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([k, m]) => [`${key(k)}${ASSIGN} `, m]);
  if (members.length === 0) return open + close;
  const flat = open + members.map(([k, m]) => k + show(m, 0, -1e9)).join(", ") + close;
  if (flat.length + indent + taken <= WIDTH) return flat;
  const inner = indent + INDENT;
  const lines = members.map(([k, m]) => " ".repeat(inner) + k + show(m, inner, k.length + 1));
  return `${open}\n${lines.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

function follow(v, path) {
  const steps = [];
  const rest = path.replace(/^([A-Za-z_][A-Za-z0-9_]*)|^(?=\[)/, (name) => (name && steps.push(name), ""));
  const tail = rest.replace(/\.([A-Za-z_][A-Za-z0-9_]*)|\[(-?[0-9]{1,4})\]/g, (_, name, index, where) => {
    steps.push(name ?? Number(index));
    return "";
  });
  if (tail !== "" || (rest === path && !path.startsWith("["))) return `bad path '${path}'`;
  for (const step of steps) {
    if (typeof step === "number") {
      if (!Array.isArray(v)) return `${path}: no list at [${step}]`;
      const index = step < 0 ? v.length + step : step;
      if (index < 0 || index >= v.length) return `${path}: ${v.length} members, no [${step}]`;
      v = v[index];
    } else {
      if (!(v instanceof Map)) return `${path}: no map at ${step}`;
      if (!v.has(step)) return `${path}: no ${step}`;
      v = v.get(step);
    }
  }
  return { value: v };
}

try {
  const document = value(0);
  skip();
  if (at < text.length) fail(`expected the end, found ${found()}`);
  if (process.argv.length === 2) console.log(show(document, 0, 0));
  for (const path of process.argv.slice(2)) {
    const result = follow(document, path);
    if (typeof result === "string") process.exitCode = 3;
    console.log(typeof result === "string" ? result : show(result.value, 0, 0));
  }
} catch (e) {
  if (!(e instanceof Fault)) throw e;
  console.log(e.message);
  process.exitCode = 2;
}

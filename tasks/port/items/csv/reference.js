"use strict";
const DELIMITER = "@DELIMITER@", QUOTE = "@QUOTE@", COMMENT = "@COMMENT@";
const OUT = "@OUT_DELIMITER@", ESCAPE = "@ESCAPE@", MISSING = "@MISSING@";

function stop(code, message) {
  console.log(message);
  process.exit(code);
}

// Rows of {text, quoted}; line counts are those of the file, and a quoted field may span lines.
function parse(text) {
  const rows = [];
  let i = 0, line = 1;
  while (i < text.length) {
    if (text[i] === COMMENT) {
      while (i < text.length && text[i] !== "\n") i++;
      i++;
      line++;
      continue;
    }
    const row = { line, fields: [] };
    for (;;) {
      let value = "", quoted = false;
      if (text[i] === QUOTE) {
        quoted = true;
        const opened = line;
        for (i++; ; i++) {
          if (i >= text.length) stop(2, `line ${opened}: quote is not closed`);
          if (text[i] === "\n") line++;
          if (text[i] === QUOTE) {
            if (text[i + 1] !== QUOTE) break;
            i++;
          }
          value += text[i];
        }
        i++;
        if (i < text.length && text[i] !== DELIMITER && text[i] !== "\n" && text[i] !== "\r") {
          stop(2, `line ${line}: '${text[i]}' after a closing quote`);
        }
      } else {
        while (i < text.length && text[i] !== DELIMITER && text[i] !== "\n") {
          if (text[i] === QUOTE) stop(2, `line ${line}: quote inside of a field`);
          value += text[i++];
        }
        if (value.endsWith("\r")) value = value.slice(0, -1);
        value = value.replace(/^ +| +$/g, "");
      }
      row.fields.push({ value, quoted });
      if (text[i] === "\r") i++;
      if (text[i] !== DELIMITER) break;
      i++;
    }
    i++;
    line++;
    const only = row.fields[0];
    if (row.fields.length > 1 || only.quoted || only.value !== "") rows.push(row);
  }
  return rows;
}

function emit({ value, quoted }) {
  if (value === "") return quoted ? "" : MISSING;
  let out = "";
  for (const c of value) {
    if (c === "\n") out += ESCAPE + "n";
    else if (c === "\r") out += ESCAPE + "r";
    else if (c === OUT || c === ESCAPE) out += ESCAPE + c;
    else out += c;
  }
  return value === MISSING ? ESCAPE + out : out;
}

const rows = parse(require("fs").readFileSync(0, "latin1"));
if (rows.length === 0) stop(3, "no header");
const names = rows[0].fields.map((f) => f.value);
const bad = rows.find((r) => r.fields.length !== names.length);
if (bad) stop(2, `line ${bad.line}: ${bad.fields.length} fields, header has ${names.length}`);
const columns = process.argv.slice(2).map((wanted) => {
  const byName = names.indexOf(wanted);
  if (byName >= 0) return byName;
  if (/^[1-9][0-9]?$/.test(wanted) && Number(wanted) <= names.length) return Number(wanted) - 1;
  return stop(4, `no column '${wanted}' in ${names.join(", ")}`);
});
const chosen = columns.length ? columns : names.map((_, i) => i);
for (const row of rows) console.log(chosen.map((c) => emit(row.fields[c])).join(OUT));

// How often each value of the first chosen column occurs: by count, then by first appearance.
const counts = new Map();
for (const row of rows.slice(1)) {
  const { value } = row.fields[chosen[0]];
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
const sign = "@ORDER@" === "descending" ? -1 : 1;
const most = [...counts].sort((a, b) => sign * (a[1] - b[1])).slice(0, 3);
console.log(`(${rows.length - 1} rows; ${most.map(([v, n]) => `${JSON.stringify(v)} ${n}`).join(", ") || "nothing"})`);

"use strict";
const REGISTERS = @REGISTERS@, MEMORY = @MEMORY@, STEPS = @STEPS@, COMMENT = "@COMMENT@", LETTER = "@LETTER@";

// Operations: code and operands (r: register, w: a word that follows).
const OPERATIONS = {
  @N_SET@: [@C_SET@, "rw"], @N_MOV@: [@C_MOV@, "rr"], @N_ADD@: [@C_ADD@, "rr"], @N_SUB@: [@C_SUB@, "rr"], @N_MUL@: [@C_MUL@, "rr"],
  @N_DIV@: [@C_DIV@, "rr"], @N_AND@: [@C_AND@, "rr"], @N_SHL@: [@C_SHL@, "rr"], @N_LD@: [@C_LD@, "rr"], @N_ST@: [@C_ST@, "rr"],
  @N_JMP@: [@C_JMP@, "w"], @N_JZ@: [@C_JZ@, "rw"], @N_JN@: [@C_JN@, "rw"], @N_CALL@: [@C_CALL@, "w"], @N_RET@: [@C_RET@, ""],
  @N_OUT@: [@C_OUT@, "r"], @N_CHR@: [@C_CHR@, "r"], @N_HLT@: [@C_HLT@, ""], @N_PSH@: [@C_PSH@, "r"], @N_POP@: [@C_POP@, "r"],
};

const faults = [];
const names = new Map();
const hex = (word) => (word & 0xffff).toString(16).padStart(4, "0");

// The value of an operand; undefined where it names what is not known.
function value(text, line) {
  let v;
  if (/^-?[0-9]{1,9}$/.test(text)) v = parseInt(text, 10);
  else if (/^0x[0-9a-f]{1,8}$/.test(text)) v = parseInt(text.slice(2), 16);
  else if (/^'.'$/.test(text)) v = text.charCodeAt(1);
  else if (/^[a-z_][a-z0-9_]*$/.test(text)) return names.get(text);
  else return void faults.push([line, `bad operand '${text}'`]);
  if (v < -32768 || v > 65535) return void faults.push([line, `${text} does not fit`]);
  return v;
}

function define(name, v, line) {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) faults.push([line, `bad name '${name}'`]);
  else if (names.has(name)) faults.push([line, `'${name}' is defined twice`]);
  else names.set(name, v);
}

// First pass: places and names. Operands stay texts until all names are known.
function layout(source) {
  const parts = [];
  let place = 0;
  source.split("\n").slice(0, -1).forEach((text, i) => {
    const line = i + 1, cut = text.indexOf(COMMENT);
    let rest = (cut < 0 ? text : text.slice(0, cut)).trim();
    const constant = /^([^ ]+) *= *([^ ]+)$/.exec(rest);
    if (constant) {
      const v = value(constant[2], line);
      if (v !== undefined) define(constant[1], v, line);
      else if (/^[a-z_]/.test(constant[2])) faults.push([line, `'${constant[2]}' is not known yet`]);
      return;
    }
    const colon = rest.indexOf(":");
    if (colon >= 0 && !rest.slice(0, colon).includes("'")) {
      define(rest.slice(0, colon), place, line);
      rest = rest.slice(colon + 1).trim();
    }
    if (rest === "") return;
    const [name, ...operands] = rest.split(/ +/);
    let size;
    if (name === ".data") {
      size = operands.length;
    } else if (name === ".space") {
      const v = operands.length === 1 ? value(operands[0], line) : -1;
      size = v === undefined || v < 0 || v > MEMORY ? 0 : v;
      if (size !== v) faults.push([line, "bad space"]);
    } else if (Object.hasOwn(OPERATIONS, name)) {
      size = OPERATIONS[name][1].includes("w") ? 2 : 1;
    } else {
      faults.push([line, `unknown operation '${name}'`]);
      return;
    }
    parts.push({ line, place, size, name, operands });
    place += size;
  });
  if (place > MEMORY) faults.push([0, `${place} words do not fit into ${MEMORY}`]);
  return { parts, size: place };
}

function known(text, line) {
  const before = faults.length, v = value(text, line);
  if (v === undefined && faults.length === before) faults.push([line, `'${text}' is not defined`]);
  return v ?? 0;
}

function register(text, line) {
  const match = new RegExp(`^${LETTER}([0-9])$`).exec(text);
  if (match && Number(match[1]) < REGISTERS) return Number(match[1]);
  faults.push([line, `no register '${text}'`]);
  return 0;
}

// Second pass. An operation is one word: code, first register, second register in 5, 3 and 3 bits from the top.
function encode({ line, size, name, operands }) {
  if (name === ".space") return Array(size).fill(0);
  if (name === ".data") return operands.map((o) => known(o, line) & 0xffff);
  const [code, form] = OPERATIONS[name];
  if (operands.length !== form.length) {
    faults.push([line, `${name} takes ${form.length}, got ${operands.length}`]);
    return Array(size).fill(0);
  }
  const words = [code << 11];
  let shift = 8;
  [...form].forEach((kind, i) => {
    if (kind === "w") words.push(known(operands[i], line) & 0xffff);
    else {
      words[0] |= register(operands[i], line) << shift;
      shift -= 3;
    }
  });
  return words;
}

class Halt extends Error {}

function run(memory) {
  const r = Array(REGISTERS).fill(0);
  const byCode = new Map(Object.entries(OPERATIONS).map(([name, [code, form]]) => [code, [name, form]]));
  let at = 0, steps = 0, out = "", top = MEMORY, here = 0;
  const stop = (why) => {
    throw new Halt(why);
  };
  const signed = (v) => ((v & 0xffff) ^ 0x8000) - 0x8000;
  const check = (place) => (place < 0 || place >= MEMORY ? stop(`no memory at ${hex(place)}`) : place);
  const push = (v) => {
    if (top - 1 < size) stop("stack is full");
    memory[--top] = v & 0xffff;
  };
  const pop = () => (top >= MEMORY ? stop("stack is empty") : memory[top++]);
  const size = memory.length;
  for (let i = size; i < MEMORY; i++) memory.push(0);
  try {
    for (;;) {
      here = at;
      if (steps++ >= STEPS) stop("too many steps");
      const word = memory[check(at++)];
      if (!byCode.has(word >> 11)) stop(`no operation in ${hex(word)}`);
      const [name, form] = byCode.get(word >> 11);
      const a = (word >> 8) & 7, b = (word >> 5) & 7;
      if ((form[0] === "r" && a >= REGISTERS) || (form[1] === "r" && b >= REGISTERS)) stop(`no register in ${hex(word)}`);
      const w = form.includes("w") ? memory[check(at++)] : 0;
      switch (name) {
        case "@N_SET@": r[a] = signed(w); break;
        case "@N_MOV@": r[a] = r[b]; break;
        case "@N_ADD@": r[a] = signed(r[a] + r[b]); break;
        case "@N_SUB@": r[a] = signed(r[a] - r[b]); break;
        case "@N_MUL@": r[a] = signed(Math.imul(r[a], r[b])); break;
        case "@N_DIV@": r[b] === 0 ? stop("division by zero") : (r[a] = signed(Math.floor(r[a] / r[b]))); break;
        case "@N_AND@": r[a] = signed(r[a] & r[b]); break;
        case "@N_SHL@": r[a] = signed(r[b] >= 0 ? r[a] << (r[b] & 15) : r[a] >> (-r[b] & 15)); break;
        case "@N_LD@": r[a] = signed(memory[check(r[b] & 0xffff)]); break;
        case "@N_ST@": memory[check(r[b] & 0xffff)] = r[a] & 0xffff; break;
        case "@N_JMP@": at = w; break;
        case "@N_JZ@": if (r[a] === 0) at = w; break;
        case "@N_JN@": if (r[a] < 0) at = w; break;
        case "@N_CALL@": push(at); at = w; break;
        case "@N_RET@": at = pop(); break;
        case "@N_OUT@": out += r[a] + "\n"; break;
        case "@N_CHR@": r[a] >= 32 && r[a] < 127 || r[a] === 10 ? (out += String.fromCharCode(r[a])) : stop(`no sign ${r[a]}`); break;
        case "@N_PSH@": push(r[a]); break;
        case "@N_POP@": r[a] = signed(pop()); break;
        case "@N_HLT@": stop("");
      }
    }
  } catch (e) {
    if (!(e instanceof Halt)) throw e;
    process.stdout.write(out);
    console.log(e.message === "" ? `halted after ${steps} steps` : `stopped at ${hex(here)}: ${e.message}`);
    const sum = memory.reduce((s, v) => (s * 31 + v) % 65521, 0);
    console.log(`${r.map((v, i) => `${LETTER}${i}=${v}`).join(" ")} memory ${sum}`);
    return e.message === "" ? 0 : 3;
  }
}

const { parts, size: total } = layout(require("fs").readFileSync(0, "latin1"));
const words = parts.map(encode);
if (faults.length) {
  faults.sort((a, b) => a[0] - b[0]);
  for (const [line, text] of faults) console.log(`${line}: ${text}`);
  process.exitCode = 1;
} else if (process.argv[2] === "@N_LIST@") {
  parts.forEach((part, i) => console.log(`${hex(part.place)}  ${words[i].map(hex).join(" ").padEnd(15)}${part.name} ${part.operands.join(" ")}`.trimEnd()));
  for (const [name, v] of [...names].sort((a, b) => (a[0] < b[0] ? -1 : 1))) console.log(`${name} = ${v}`);
  console.log(`${total} words`);
} else {
  process.exitCode = run(words.flat());
}

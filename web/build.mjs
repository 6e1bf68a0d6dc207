// Bundles src/charts.js with what it needs into one script. Usage: node build.mjs OUTFILE
import { build } from "esbuild";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";

const outfile = process.argv[2];
if (!outfile) {
  console.error("build.mjs: no output file named; expected: node build.mjs OUTFILE");
  process.exit(2);
}

const root = fileURLToPath(new URL(".", import.meta.url));
const result = await build({
  absWorkingDir: root,
  entryPoints: ["src/charts.js"],
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  charset: "ascii",
  format: "iife",
  target: ["es2022"],
  legalComments: "none",
  logLevel: "warning",
});

/** The folders of the packages whose code is in the bundle. */
function packagesOf(inputs) {
  const folders = Object.keys(inputs).map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(folders.filter(Boolean))].sort();
}

/** The licences ask that their text goes where the code goes: each text once, with the packages under it. */
async function notices(folders) {
  const byText = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(await readFile(path.join(root, folder, "package.json"), "utf8"));
    const file = (await readdir(path.join(root, folder))).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? (await readFile(path.join(root, folder, file), "utf8")).trim().replaceAll("\r", "") : license;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  return [...byText].map(([text, names]) => `${names.join(", ")}\n\n${text}`).join("\n\n----\n\n");
}

const text = (await notices(packagesOf(result.metafile.inputs))).replaceAll("*/", "* /").replaceAll("</", "< /");
await writeFile(outfile, `${result.outputFiles[0].text}/*\n${text}\n*/\n`);

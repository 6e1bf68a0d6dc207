// Draws every chart of the page from the specification that stands beside it. Without this script the tables remain.
import embed from "vega-embed";
import { configOf } from "./theme.js";

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const drawn = new Map();

/** Pixels of a chart on paper: the text width of A4, and with its axes no higher than a page. */
const paper = { width: 680, plotHeight: 690 };

function specOf(box) {
  return JSON.parse(document.getElementById(box.dataset.spec).textContent);
}

function specForPaper(box) {
  const spec = specOf(box);
  return { ...spec, width: paper.width, height: Math.min(spec.height, paper.plotHeight) };
}

async function draw(box, spec, theme, actions) {
  const options = {
    mode: "vega-lite",
    renderer: "svg",
    actions: actions && { export: { svg: true, png: true }, source: true, compiled: false, editor: false },
    config: configOf(theme),
    tooltip: { theme: theme === "dark" ? "dark" : "custom" },
    downloadFileName: "tare-" + box.dataset.chart,
    scaleFactor: 2,
  };
  drawn.get(box)?.finalize();
  box.classList.add("live");
  try {
    drawn.set(box, await embed(box, spec, options));
    box.dataset.state = "drawn";
  } catch (problem) {
    box.dataset.state = "failed";
    box.textContent = "This chart could not be drawn; the table has its data.";
    console.error(box.dataset.chart, problem);
  }
}

/** A light copy at the width of a sheet of paper: the page hides it on screen, and shows it in print instead of the chart. */
async function drawForPrint(box) {
  const copy = document.createElement("div");
  copy.className = "chart print-copy";
  copy.dataset.spec = box.dataset.spec;
  copy.dataset.chart = box.dataset.chart;
  copy.setAttribute("aria-hidden", "true");
  box.after(copy);
  await draw(copy, specForPaper(box), "light", false);
}

async function drawAll() {
  const boxes = [...document.querySelectorAll(".chart[data-spec]:not(.print-copy)")];
  const theme = () => (dark.matches ? "dark" : "light");
  for (const box of boxes) {
    await draw(box, specOf(box), theme(), true);
  }
  document.documentElement.dataset.charts = "drawn";
  dark.addEventListener("change", () => boxes.forEach((box) => draw(box, specOf(box), theme(), true)));
  for (const box of boxes) {
    await drawForPrint(box);
  }
  document.documentElement.dataset.print = "ready";
}

/** Paper has nothing to click: what is folded opens for print where the page asks for it, and folds again afterwards. */
function unfoldForPrint() {
  const folded = () => document.querySelectorAll("details.print-open:not([open])");
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...folded()];
    opened.forEach((d) => (d.open = true));
  });
  window.addEventListener("afterprint", () => opened.forEach((d) => (d.open = false)));
}

unfoldForPrint();
drawAll();

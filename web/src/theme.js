// Colours and type of the charts, light and dark. Specifications carry none of it, so that one chart serves every theme.
// Group colours are Okabe-Ito blue and vermilion, shifted for contrast: they stay apart under every common colour blindness.
const fonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const palettes = {
  light: {
    background: "#ffffff",
    ink: "#1d252c",
    muted: "#56626d",
    grid: "#e6eaee",
    axis: "#8b97a2",
    hole: "#f1f3f5",
    category: ["#0a63a8", "#c24a08", "#5d6b78"],
    ordinal: ["#1d252c", "#0b7a5a", "#8a4fb0", "#5d6b78"],
    accent: "#0b7a5a",
    heat: ["#dbe9f6", "#a6cbe6", "#5fa1d0", "#2272b4", "#0c3f78"],
  },
  dark: {
    background: "#15191e",
    ink: "#e8ecf0",
    muted: "#a3afba",
    grid: "#2a3138",
    axis: "#6d7883",
    hole: "#1d2329",
    category: ["#6bb5f0", "#f59152", "#98a5b1"],
    ordinal: ["#eef1f4", "#4fc9a0", "#c79be6", "#98a5b1"],
    accent: "#4fc9a0",
    heat: ["#17324d", "#1d5180", "#2f7ab5", "#68abdc", "#c4e1f7"],
  },
};

/** Vega-Lite configuration of a theme: "light" or "dark". */
export function configOf(theme) {
  const c = palettes[theme];
  const text = { font: fonts, fill: c.ink };
  return {
    background: c.background,
    font: fonts,
    view: { stroke: null },
    range: { category: c.category, ordinal: c.ordinal, heatmap: c.heat, ramp: c.heat },
    mark: { aria: false, color: c.accent },
    point: { size: 52, filled: true },
    rule: { color: c.axis },
    text: { font: fonts, fontSize: 12, color: c.ink },
    style: {
      label: { ...text, fontSize: 11.5 },
      zero: { stroke: c.axis, strokeWidth: 1 },
      hole: { color: c.hole },
      halo: { stroke: c.background, strokeWidth: 3, strokeJoin: "round" },
      score: { stroke: c.background, strokeWidth: 1 },
      neither: { color: c.muted, stroke: c.muted, opacity: 0.5, size: 26 },
    },
    axis: {
      labelFont: fonts,
      labelFontSize: 12,
      labelColor: c.muted,
      titleFont: fonts,
      titleFontSize: 12,
      titleFontWeight: 500,
      titleColor: c.ink,
      titlePadding: 10,
      gridColor: c.grid,
      domain: false,
      tickColor: c.axis,
      tickSize: 4,
      labelPadding: 6,
      labelFlush: false,
    },
    legend: {
      orient: "top",
      titleFont: fonts,
      titleFontSize: 12,
      titleFontWeight: 500,
      titleColor: c.ink,
      labelFont: fonts,
      labelFontSize: 12,
      labelColor: c.ink,
      labelLimit: 400,
      symbolSize: 70,
      offset: 14,
      columnPadding: 18,
    },
  };
}

/** Charts that can be read without colour: patterns, shapes and numbers tell what colours tell (Okabe and Ito's). */

import { count } from "./words.js";

const COLOURS = { biru: "#0072b2", jingga: "#e69f00", hijau: "#009e73", merah: "#d55e00", langit: "#56b4e9", ungu: "#cc79a7" };
const LINE = 34;
const LETTERS = 13;
const MOST_ROWS = 4;
const FAMILY = getComputedStyle(document.body).fontFamily;
Object.assign(Chart.defaults.font, { family: FAMILY, size: LETTERS });
const all = new Map();
let printing = false;

const dark = () => !printing && matchMedia("(prefers-color-scheme: dark)").matches;
const ink = () => (dark() ? "#e8efe9" : "#1b2a20");
const quiet = () => (dark() ? "#a9b8ad" : "#4d5d52");
const line = () => (dark() ? "#35443a" : "#dde5df");

/** A colour with a pattern over it: plain, striped, dotted or crossed. */
function fill(colour, pattern) {
  if (!pattern) {
    return colour;
  }
  const tile = document.createElement("canvas");
  tile.width = tile.height = 10;
  const pen = tile.getContext("2d");
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 10, 10);
  pen.strokeStyle = pen.fillStyle = "rgb(255 255 255 / .75)";
  pen.lineWidth = 2;
  PATTERNS[pattern](pen);
  return pen.createPattern(tile, "repeat");
}

const PATTERNS = {
  garis: (pen) => stroke(pen, [-2, 12, 12, -2], [-2, 2, 2, -2], [8, 12, 12, 8]),
  silang: (pen) => stroke(pen, [0, 0, 10, 10], [10, 0, 0, 10]),
  titik: (pen) => {
    pen.beginPath();
    pen.arc(5, 5, 2, 0, 7);
    pen.fill();
  },
};

function stroke(pen, ...lines) {
  pen.beginPath();
  lines.forEach(([x, y, toX, toY]) => {
    pen.moveTo(x, y);
    pen.lineTo(toX, toY);
  });
  pen.stroke();
}

/** Writes the numbers behind the bars. */
const NUMBERS = {
  id: "numbers",
  afterDatasetsDraw(chart) {
    const pen = chart.ctx;
    pen.save();
    pen.font = `600 ${LETTERS}px ${FAMILY}`;
    pen.textBaseline = "middle";
    chart.data.datasets.forEach((set, at) => {
      if (set.tulis && chart.isDatasetVisible(at)) {
        chart.getDatasetMeta(at).data.forEach((bar, index) => number(pen, chart, set, bar, index));
      }
    });
    pen.restore();
  },
};

function number(pen, chart, set, bar, index) {
  const words = set.tulis(index);
  if (!words) {
    return;
  }
  if (set.dalam) {
    inside(pen, bar, words);
    return;
  }
  pen.fillStyle = ink();
  pen.textAlign = "left";
  const room = chart.width - bar.x - 6;
  const width = pen.measureText(words).width;
  pen.fillText(words, width > room ? Math.max(chart.chartArea.left + 2, chart.width - width - 2) : bar.x + 6, bar.y);
}

/** On a plate of its own, so that no pattern shines through. */
function inside(pen, bar, words) {
  const width = pen.measureText(words).width + 8;
  if (Math.abs(bar.x - bar.base) < width + 2) {
    return;
  }
  const middle = (bar.x + bar.base) / 2;
  pen.fillStyle = "#fff";
  pen.fillRect(middle - width / 2, bar.y - 9, width, 18);
  pen.fillStyle = "#1b2a20";
  pen.textAlign = "center";
  pen.fillText(words, middle, bar.y);
}

/**
 * Lying bars.
 *
 * @param sets {label, values, colour, pattern, text(index)}; what is stacked has its numbers inside
 */
export function bars(place, name, labels, sets, { stacked = false, unit = "" } = {}) {
  const most = place.clientWidth < 480 ? 18 : 26;
  const words = labels.map((label) => wrapped(label, most));
  const room = (lines) => Math.max(stacked || sets.length === 1 ? LINE : sets.length * LINE * 0.72, lines.length * (LETTERS + 3) + 8);
  draw(place, name, 56 + (sets.length > 1 ? 24 : 0) + words.length * Math.max(...words.map(room)), () => ({
    type: "bar",
    data: {
      labels: words,
      datasets: sets.map(({ label, values, colour, pattern, text }) => ({
        label,
        data: values,
        backgroundColor: fill(COLOURS[colour], pattern),
        borderColor: COLOURS[colour],
        borderWidth: 1.5,
        maxBarThickness: 24,
        tulis: text ?? ((index) => count(values[index])),
        dalam: stacked,
      })),
    },
    options: {
      ...common(sets.length > 1),
      indexAxis: "y",
      scales: {
        x: { stacked, beginAtZero: true, grace: stacked ? 0 : grace(place, sets), ticks: ticks(), grid: { color: line() }, title: title(unit) },
        y: { stacked, ticks: { color: ink(), autoSkip: false, crossAlign: "far" }, grid: { display: false } },
      },
    },
    plugins: [NUMBERS],
  }));
}

/** @param sets {label, values, colour, dash, point} */
export function lines(place, name, labels, sets) {
  draw(place, name, 280, () => ({
    type: "line",
    data: {
      labels,
      datasets: sets.map(({ label, values, colour, dash, point }) => ({
        label,
        data: values,
        borderColor: COLOURS[colour],
        backgroundColor: COLOURS[colour],
        borderWidth: 2.5,
        borderDash: dash ?? [],
        pointStyle: point,
        pointRadius: labels.length > 30 ? 2 : 4,
        tension: 0,
      })),
    },
    options: {
      ...common(true, true),
      interaction: { mode: "index", intersect: false },
      scales: {
        x: { ticks: { color: quiet(), maxRotation: 0, autoSkipPadding: 14 }, grid: { display: false } },
        y: { beginAtZero: true, grace: "8%", ticks: ticks(), grid: { color: line() } },
      },
    },
  }));
}

/** Room for the numbers behind the longest bar. */
function grace(place, sets) {
  const longest = Math.max(...sets.flatMap(({ values, text }) => values.map((value, at) => (text?.(at) ?? count(value)).length)));
  return `${Math.round((100 * (longest * 8 + 12)) / Math.max(120, place.clientWidth * 0.55))}%`;
}

const ticks = () => ({ color: quiet(), precision: 0, callback: (value) => count(value) });
const title = (text) => ({ display: text !== "", text, color: quiet() });

/** @param drawn whether the legend shows lines with their points rather than areas */
function common(legend, drawn = false) {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    layout: { padding: { right: 8 } },
    plugins: {
      legend: { display: legend, position: "top", align: "start", labels: { color: ink(), usePointStyle: drawn, boxWidth: 26, boxHeight: drawn ? 8 : 14, padding: 12 } },
      tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${count(item.raw)}` } },
    },
  };
}

/** Names of stages and reasons on two or three lines. */
function wrapped(label, most) {
  const rows = [""];
  String(label).split(" ").forEach((word) => {
    const last = rows.length - 1;
    if ((rows[last] + word).length >= most && rows[last] !== "") {
      rows.push(word);
    } else {
      rows[last] = `${rows[last]} ${word}`.trim();
    }
  });
  return rows.length > MOST_ROWS ? [...rows.slice(0, MOST_ROWS - 1), `${rows[MOST_ROWS - 1]}…`] : rows;
}

function draw(place, name, height, configuration) {
  let known = all.get(name);
  if (known?.place !== place) {
    known?.chart?.destroy();
    place.replaceChildren(document.createElement("canvas"));
    known = { place };
    all.set(name, known);
  }
  known.configuration = configuration;
  place.style.minHeight = `${height}px`;
  show(known);
}

function show(known) {
  const { type, data, options, plugins } = known.configuration();
  if (known.chart) {
    Object.assign(known.chart, { data });
    known.chart.options = options;
    known.chart.resize();
    known.chart.update();
  } else {
    known.chart = new Chart(known.place.firstChild, { type, data, options, plugins });
  }
}

export function forget(name) {
  all.get(name)?.chart?.destroy();
  all.delete(name);
}

const again = () => all.forEach(show);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
addEventListener("beforeprint", () => {
  printing = true;
  again();
});
addEventListener("afterprint", () => {
  printing = false;
  again();
});

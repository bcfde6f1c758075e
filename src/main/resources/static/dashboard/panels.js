/** The panels: each asks a question, says how it is answered, and has its numbers as a chart, a table and a file. */

import { bars, forget, lines } from "./charts.js";
import { el, table } from "./parts.js";
import { count, days, ENGLISH, known, knows, label, share, t, week } from "./words.js";

const MOST_GOVERNMENTS = 12;
const MOST_ENDINGS = 8;

const named = (row) => label(row.name ?? row.stage);
/** A stage inside another is set off. */
const nested = (row) => `${"– ".repeat(row.stage.split(".").length - 1)}${named(row)}`;
const col = (key, read, kind = "n") => [t(`kolom.${key}`), read ?? ((row) => row[key]), kind];
const text = (key, read) => col(key, read, null);

/** name, width in columns, what it is drawn from, and how; `empty` says when there is nothing to draw. */
export const PANELS = [
  { name: "totals", width: 12, draw: totals, table: totalsTable },
  {
    name: "funnel",
    width: 7,
    empty: (funnel) => funnel.length === 0,
    draw: (place, funnel) =>
      bars(place, "funnel", funnel.map(named), [
        {
          label: t("funnel.reached"),
          values: funnel.map((row) => row.reached),
          colour: "biru",
          text: (at) => count(funnel[at].reached) + (funnel[at].share === null ? "" : ` · ${share(funnel[at].share)}`),
        },
        { label: t("funnel.now"), values: funnel.map((row) => row.now), colour: "jingga", pattern: "garis" },
      ]),
    says: (funnel) => funnel.map((row) => `${named(row)} ${count(row.reached)}`).join(", "),
    table: (funnel) => [[text("tahap", named), col("reached"), col("now"), col("share", (row) => share(row.share))], funnel],
  },
  {
    name: "ageing",
    width: 5,
    empty: (bands) => bands.every((row) => row.innovations === 0),
    draw: (place, bands) =>
      bars(place, "ageing", bands.map(band), [
        { label: t("jumlah"), values: bands.map((row) => row.innovations), colour: "langit", pattern: "garis" },
      ]),
    says: (bands) => bands.map((row) => `${band(row)}: ${count(row.innovations)}`).join(", "),
    table: (bands) => [[text("lama", band), col("innovations")], bands],
  },
  {
    name: "trend",
    width: 5,
    empty: (weeks) => weeks.length === 0,
    draw: (place, weeks) =>
      lines(place, "trend", weeks.map((row) => week(row.monday)), [
        { label: t("trend.open"), values: weeks.map((row) => row.open), colour: "biru", point: "circle" },
        { label: t("trend.overdue"), values: weeks.map((row) => row.overdue), colour: "merah", dash: [7, 4], point: "triangle" },
      ]),
    says: (weeks) => `${t("trend.open")} ${count(weeks.at(-1).open)}, ${t("trend.overdue")} ${count(weeks.at(-1).overdue)}`,
    table: (weeks) => [
      [text("monday", (row) => week(row.monday, true)), col("started"), col("finished"), col("adopted"), col("open"), col("overdue")],
      weeks.toReversed(),
    ],
  },
  {
    name: "endings",
    width: 7,
    empty: (endings) => endings.length === 0,
    draw: (place, endings) =>
      bars(place, "endings", endings.slice(0, MOST_ENDINGS).map(ending), [
        { label: t("jumlah"), values: endings.slice(0, MOST_ENDINGS).map((row) => row.innovations), colour: "ungu", pattern: "titik" },
      ]),
    says: (endings) => endings.map((row) => `${ending(row)} ${count(row.innovations)}`).join(", "),
    note: (endings) => (endings.length > MOST_ENDINGS ? t("endings.sebagian", { n: MOST_ENDINGS, dari: endings.length }) : null),
    table: (endings) => [
      [text("outcomeName", (row) => label(row.outcomeName ?? row.outcome)), text("reasonName", (row) => label(row.reasonName ?? row.reason)), col("innovations")],
      endings,
    ],
  },
  {
    name: "stages",
    width: 7,
    empty: (stages) => stages.every((row) => row.median === null),
    draw: (place, stages) => {
      const timed = stages.filter((row) => row.median !== null);
      bars(
        place,
        "stages",
        timed.map(nested),
        [
          { label: t("stages.median"), values: timed.map((row) => row.median), colour: "biru", text: (at) => days(timed[at].median) },
          { label: t("stages.p85"), values: timed.map((row) => row.p85), colour: "jingga", pattern: "garis", text: (at) => days(timed[at].p85) },
        ],
        { unit: t("hari", { n: "" }).trim() },
      );
    },
    says: (stages) => stages.filter((row) => row.median !== null).map((row) => `${named(row)} ${t("hari", { n: days(row.median) })}`).join(", "),
    table: (stages) => [
      [
        text("tahap", nested),
        col("median"),
        col("p85"),
        col("entered"),
        col("now"),
        col("overdue"),
        col("completed"),
        col("cancelled"),
        col("returns"),
      ],
      stages,
    ],
  },
  {
    name: "returns",
    from: "stages",
    width: 5,
    empty: (stages) => stages.every((row) => row.returns === 0),
    draw: (place, stages) => {
      const repeated = stages.filter((row) => row.returns > 0).sort((a, b) => b.returns - a.returns);
      bars(place, "returns", repeated.map(named), [
        { label: t("returns.returns"), values: repeated.map((row) => row.returns), colour: "merah", pattern: "silang" },
      ]);
    },
    says: (stages) => stages.filter((row) => row.returns > 0).map((row) => `${named(row)} ${count(row.returns)}`).join(", "),
    table: (stages) => [[text("tahap", named), col("returns"), col("entered")], stages],
  },
  {
    name: "oneAgency",
    width: 12,
    sentence: ({ year, governments }) => `${t("oneAgency.ket", { tahun: year })} ${t("oneAgency.jumlah", { n: count(sum(governments, "none")), dari: count(sum(governments, "units")) })}`,
    empty: ({ governments }) => governments.length === 0,
    draw: (place, { governments }) => {
      const shown = [...governments].sort((a, b) => b.none - a.none).slice(0, MOST_GOVERNMENTS);
      bars(
        place,
        "oneAgency",
        shown.map((row) => known(row.name)),
        [
          { label: only(shown, "none"), values: shown.map((row) => row.none), colour: "merah", pattern: "silang" },
          { label: only(shown, "one"), values: shown.map((row) => row.one), colour: "langit" },
          { label: only(shown, "more"), values: shown.map((row) => row.more), colour: "hijau", pattern: "titik" },
        ],
        { stacked: true },
      );
    },
    says: ({ governments }) =>
      governments.slice(0, MOST_GOVERNMENTS).map((row) => `${known(row.name)}: ${count(row.none)} ${t("oneAgency.none")}`).join(", "),
    note: ({ governments }) => (governments.length > MOST_GOVERNMENTS ? t("oneAgency.sebagian", { n: MOST_GOVERNMENTS }) : null),
    table: ({ governments }) => [[text("governmentName", (row) => known(row.name)), col("units"), col("none"), col("one"), col("more")], governments],
  },
  {
    name: "demands",
    width: 5,
    empty: (sources) => sources.length === 0,
    draw: (place, sources) =>
      bars(place, "demands", sources.map(source), [
        { label: t("demands.innovations"), values: sources.map((row) => row.innovations), colour: "biru" },
        { label: t("demands.adopted"), values: sources.map((row) => row.adopted), colour: "hijau", pattern: "titik" },
      ]),
    says: (sources) => sources.map((row) => `${source(row)} ${count(row.innovations)}`).join(", "),
    table: (sources) => [[text("sumber", source), col("innovations"), col("adopted")], sources],
  },
  {
    name: "improvements",
    width: 7,
    empty: (all) => all.every((row) => row.measured === 0),
    draw: (place, all) =>
      bars(place, "improvements", all.map(dimension), [
        { label: t("improvements.measured"), values: all.map((row) => row.measured), colour: "langit" },
        { label: t("improvements.better"), values: all.map((row) => row.better), colour: "hijau", pattern: "titik" },
        { label: t("improvements.met"), values: all.map((row) => row.met), colour: "biru", pattern: "garis" },
      ]),
    says: (all) => all.map((row) => `${dimension(row)}: ${count(row.better)} / ${count(row.measured)}`).join(", "),
    table: (all) => [[text("dimension", dimension), col("measured"), col("better"), col("met")], all],
  },
];

const sum = (rows, figure) => rows.reduce((all, row) => all + row[figure], 0);
/** Of a single government the numbers stand in the legend as well, since a short bar has no room for its own. */
const only = (rows, figure) => t(`oneAgency.${figure}`) + (rows.length === 1 ? `: ${count(rows[0][figure])}` : "");
const source = (row) => label(row.name ?? row.source);
const ending = (row) => [row.outcomeName ?? row.outcome, row.reasonName ?? row.reason].filter(Boolean).map(label).join(": ");
const band = (row) => (row.to === null ? t("ageing.lebih", { a: row.from }) : t("ageing.antara", { a: row.from, b: row.to }));
const dimension = (row) => (knows(`dimensi.${row.dimension}`) ? t(`dimensi.${row.dimension}`) : row.dimension);

/** A panel without its numbers. */
export function frame({ name, width }, query) {
  return el(
    "section",
    { class: `panel lebar-${width}`, "data-panel": name, "aria-labelledby": `p-${name}`, hidden: true },
    el("h2", { id: `p-${name}` }, t(name)),
    el("p", { class: "ket" }, t(`${name}.ket`, { tahun: "" })),
    el("div", { class: "bagan" }),
    el("p", { class: "ket catatan-bagan", hidden: true }),
    sheet(name, query, el("div", { class: "gulung", tabindex: "0", role: "group", "aria-label": t(name) })),
  );
}

/** The numbers behind a chart, to be read and to be taken along. */
export function sheet(name, query, place) {
  return el(
    "div",
    { class: "lembar-angka" },
    el("details", { class: "tabel" }, el("summary", {}, t("tabel"), el("span", { class: "tersembunyi" }, `: ${t(name)}`)), place),
    download(name, query),
  );
}

const SHEETS = { oneAgency: "one-agency", returns: "stages" };

export function download(name, query) {
  const address = new URLSearchParams(query);
  if (ENGLISH) {
    address.set("lang", "en");
  }
  return el("a", { class: "unduh", href: `/dasbor/csv/${SHEETS[name] ?? name}?${address}`, download: true }, t("unduh"), el("span", { class: "tersembunyi" }, `: ${t(name)}`));
}

/** Fills in the numbers; what the server keeps from whoever looks is not there. */
export function fill(panel, section, figures) {
  const data = figures[panel.from ?? panel.name];
  section.hidden = data === undefined || data === null;
  if (section.hidden) {
    forget(panel.name);
    return;
  }
  if (panel.sentence) {
    section.querySelector(".ket").textContent = panel.sentence(data);
  }
  const place = section.querySelector(".bagan");
  const empty = panel.empty?.(data) ?? false;
  section.classList.toggle("kosong", empty);
  if (empty) {
    forget(panel.name);
    place.removeAttribute("role");
    place.style.minHeight = "";
    place.replaceChildren(el("p", { class: "kosong" }, t(knows(`${panel.name}.kosong`) ? `${panel.name}.kosong` : "belumAda")));
  } else {
    panel.draw(place, data);
    if (panel.says) {
      place.setAttribute("role", "img");
      place.setAttribute("aria-label", `${t(panel.name)} ${panel.says(data)}`);
    }
  }
  const note = section.querySelector(".catatan-bagan");
  note.textContent = panel.note?.(data) ?? "";
  note.hidden = note.textContent === "";
  const [columns, rows] = panel.table(data);
  section.querySelector(".gulung").replaceChildren(table(t(panel.name), columns, rows));
}

const TILES = ["innovations", "open", "overdue", "adopted", "stopped", "declined", "returned", "median"];

function totals(place, data) {
  place.replaceChildren(el("dl", { class: "ubin" }, TILES.map((name) => tile(name, data))));
}

function tile(name, data) {
  const value = name === "declined" ? data.declined + data.withdrawn + data.cancelled : data[name];
  return el(
    "div",
    { class: `ubin-${name}${name === "overdue" && value > 0 ? " awas" : ""}`, "data-angka": name },
    el("dt", {}, t(`totals.${name}`)),
    el("dd", {}, el("strong", {}, (name === "median" ? days : count)(value)), el("span", {}, remark(name, data))),
  );
}

function remark(name, data) {
  switch (name) {
    case "declined":
      return ["declined", "withdrawn", "cancelled"].filter((how) => data[how] > 0).map((how) => t(`totals.${how}.n`, { n: count(data[how]) })).join(", ") || t("totals.declined.ket");
    case "median":
      return data.median === null ? t("totals.median.belum") : t("totals.median.ket", { p85: days(data.p85) });
    case "overdue":
      return data.open > 0 ? `${share(data.overdue / data.open)} ${t("totals.overdue.ket")}` : t("totals.overdue.ket");
    default:
      return t(`totals.${name}.ket`);
  }
}

function totalsTable(data) {
  const names = ["innovations", "open", "overdue", "adopted", "stopped", "declined", "withdrawn", "cancelled", "returned", "median", "p85"];
  return [[text("name", (name) => t(`kolom.${name}`)), [t("kolom.nilai"), (name) => data[name], "n"]], names];
}

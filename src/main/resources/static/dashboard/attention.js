/** What somebody who governs has to look at first, each with its number and the way to it. */

import { el } from "./parts.js";
import { count, label, t } from "./words.js";

const LONG_DAYS = 91;
const WEEKS_AGO = 4;
const MOST_STAGES = 2;

export class Attention {
  constructor() {
    this.list = el("ul", { class: "perhatian" });
    this.section = el("section", { class: "panel lebar-12", "data-panel": "attention", "aria-labelledby": "p-attention" }, el("h2", { id: "p-attention" }, t("attention")), this.list);
  }

  renew(figures) {
    this.section.hidden = figures.totals.innovations === 0 && figures.oneAgency.governments.length === 0;
    const items = [overdue(figures), missing(figures), long(figures), crowd(figures)].filter(Boolean);
    const said = JSON.stringify(items);
    if (said === this.said) {
      return;
    }
    this.said = said;
    const here = document.activeElement?.dataset.perhatian;
    this.list.replaceChildren(...items.map(item), ...(items.some((each) => each.urgent) ? [] : [el("li", { class: "baik" }, t("attention.tenang"))]));
    this.list.querySelector(`[data-perhatian="${here}"]`)?.focus({ preventScroll: true });
  }
}

const item = ({ name, number, said, more, way, urgent }) =>
  el(
    "li",
    {},
    el("a", { href: way, class: urgent ? "mendesak" : null, "data-perhatian": name }, el("strong", {}, count(number)), el("span", {}, el("b", {}, said), more && el("span", { class: "ket" }, more))),
  );

function overdue({ totals, stages, trend }) {
  const more = [worst(stages), change(trend, totals.overdue)].filter(Boolean).join(" ");
  return totals.overdue > 0 && { name: "overdue", number: totals.overdue, said: t("attention.overdue"), more, way: stages ? "#p-units" : "#p-totals", urgent: true };
}

/** The stages in which most are late; those that hold others say the same as what they hold. */
function worst(stages = []) {
  const inner = stages.filter((row) => row.overdue > 0 && !stages.some((other) => other.stage.startsWith(`${row.stage}.`) && other.overdue > 0));
  const most = [...inner].sort((a, b) => b.overdue - a.overdue).slice(0, MOST_STAGES);
  return most.length > 0 && t("attention.terbanyak", { apa: most.map((row) => `${label(row.name ?? row.stage)} (${count(row.overdue)})`).join(", ") });
}

function change(trend, now) {
  const before = trend?.at(-1 - WEEKS_AGO)?.overdue;
  if (before === undefined) {
    return null;
  }
  const by = now - before;
  return t(by === 0 ? "attention.tetap" : by > 0 ? "attention.naik" : "attention.turun", { n: count(Math.abs(by)) });
}

function missing({ oneAgency: { year, governments } }) {
  const none = governments.reduce((sum, row) => sum + row.none, 0);
  const units = governments.reduce((sum, row) => sum + row.units, 0);
  return none > 0 && { name: "none", number: none, said: t("attention.none", { tahun: year }), more: t("attention.dari", { n: count(units) }), way: "#p-oneAgency", urgent: true };
}

function long({ ageing, totals }) {
  const waiting = ageing.filter((band) => band.from >= LONG_DAYS).reduce((sum, band) => sum + band.innovations, 0);
  return waiting > 0 && { name: "long", number: waiting, said: t("attention.long", { n: LONG_DAYS - 1 }), more: t("attention.dariBerjalan", { n: count(totals.open) }), way: "#p-ageing", urgent: true };
}

/** Where most of those under way are, if that is one place. */
function crowd({ funnel, totals }) {
  const most = [...funnel].sort((a, b) => b.now - a.now)[0];
  return most?.now > totals.open / 2 && { name: "crowd", number: most.now, said: t("attention.crowd", { tahap: label(most.name ?? most.stage) }), more: t("attention.dariBerjalan", { n: count(totals.open) }), way: "#p-funnel" };
}

/** The process as a heat map: how many are where, by colour, by the line and by a number. Its library is loaded when it comes into sight. */

import { draw, isDrawn, look } from "/models/drawing.js";
import { ask, el, table } from "./parts.js";
import { sheet } from "./panels.js";
import { count, label, t } from "./words.js";

/** From pale to deep; letters stay dark enough on each. */
const HEAT = ["#fff4df", "#ffdf9e", "#fdbb5c", "#f0932b"];
const NARROW = 700;
const COUNTER = { fill: { color: "#1b2a20" }, font: { color: "#ffffff", size: 18 }, stroke: { color: "#1b2a20", width: 4 } };
const LATE = { fill: { color: "#a32a00" }, font: { color: "#ffffff", size: 18 }, stroke: { color: "#a32a00", width: 4 } };

export class HeatMaps {
  constructor(query) {
    this.query = query;
    this.maps = [];
    this.sheets = new Map();
    this.choice = el("div", { class: "semai-models", role: "group", "aria-label": t("heat.proses") });
    this.place = el("div", { class: "semai-case" });
    this.numbers = el("div", { class: "gulung", tabindex: "0", role: "group", "aria-label": t("heat") });
    this.section = el(
      "section",
      { class: "panel lebar-12", "data-panel": "heat", "aria-labelledby": "p-heat", hidden: true },
      el("h2", { id: "p-heat" }, t("heat")),
      el("p", { class: "ket" }, t("heat.ket")),
      this.choice,
      legend(),
      this.place,
      sheet("heat", query, this.numbers),
    );
    // The numbers in a diagram as wide as a telephone cannot be read.
    this.section.querySelector(".tabel").open = innerWidth < NARROW;
    this.sight = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.seen(), { rootMargin: "400px" });
    this.sight.observe(this.section);
  }

  seen() {
    this.visible = true;
    this.sight.disconnect();
    this.show();
  }

  renew(maps) {
    this.maps = maps ?? [];
    this.section.hidden = this.maps.length === 0;
    if (this.section.hidden) {
      return;
    }
    if (!this.maps.some((map) => map.process === this.chosen)) {
      this.chosen = [...this.maps].sort((a, b) => busy(b) - busy(a))[0].process;
    }
    this.offer();
    this.numbers.replaceChildren(numbers(this.map()));
    if (this.visible) {
      this.show();
    }
  }

  map() {
    return this.maps.find((map) => map.process === this.chosen);
  }

  offer() {
    const known = JSON.stringify(this.maps.map(({ process, name }) => [process, name]));
    if (this.offered !== known) {
      this.offered = known;
      this.choice.replaceChildren(...this.maps.map(({ process, name }) => el("button", { type: "button", "data-proses": process, on: { click: () => this.choose(process) } }, label(name ?? process))));
    }
    this.choice.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.proses === this.chosen)));
  }

  choose(process) {
    this.chosen = process;
    this.renew(this.maps);
    this.show();
  }

  /** One after the other: what is newest when the diagram is there is shown. */
  show() {
    this.turn = (this.turn ?? Promise.resolve()).then(() => this.drawn()).catch(() => this.place.replaceChildren(el("p", { class: "semai-told", role: "status" }, t("heat.gagal"))));
  }

  async drawn() {
    const map = this.map();
    const key = map && `${map.process} ${map.version}`;
    if (!map) {
      return;
    }
    if (this.shown !== key) {
      const { xml } = await ask(`/dasbor/diagram/${encodeURIComponent(map.process)}`);
      this.sheet = await draw(this.place, xml, "");
      this.shown = key;
      this.coloured = [];
      const busiest = map.elements.filter((each) => each.now > 0).sort((a, b) => b.now - a.now)[0] ?? map.elements[0];
      look(this.sheet, busiest?.element);
      const [whole, near] = this.sheet.tools.querySelectorAll("button");
      whole.textContent = t("heat.seluruhnya");
      near.textContent = t("heat.perbesar");
      if (fills(this.sheet.canvas, busiest?.element)) {
        whole.click();
      }
    }
    colour(this.sheet, this.coloured, map.elements);
    this.coloured = map.elements.map((each) => each.element);
    this.sheet.canvas.setAttribute("aria-label", t("heat.gambar", { nama: label(map.name ?? map.process), isi: said(map) }));
  }

  end() {
    this.sight.disconnect();
  }
}

/** On paper the diagram is as wide as it is on the screen, and made smaller as a whole. */
const PAPER = 680;
addEventListener("beforeprint", () =>
  document.querySelectorAll(".panel .semai-canvas").forEach((canvas) => {
    canvas.style.setProperty("--lebar", `${canvas.clientWidth}px`);
    canvas.style.setProperty("--kecil", Math.min(1, PAPER / canvas.clientWidth));
  }),
);

const busy = (map) => map.elements.reduce((sum, each) => sum + each.now, 0);

/** Whether an element is larger than what is seen of the diagram, so that neither its edges nor its number are. */
function fills(canvas, element) {
  const box = element && canvas.querySelector(`[data-bpmn-id="${CSS.escape(element)}"]`)?.getBoundingClientRect();
  return box && (box.width > canvas.clientWidth || box.height > canvas.clientHeight);
}

const said = (map) => map.elements.filter((each) => each.now > 0).map((each) => `${name(each)} ${count(each.now)}`).join(", ") || t("heat.kosong");
const name = (each) => label(each.name ?? each.stage ?? each.element);

function colour(sheet, before, elements) {
  const known = before.filter((id) => isDrawn(sheet, id));
  known.forEach((id) => sheet.elements.removeAllOverlays(id));
  if (known.length > 0) {
    sheet.elements.resetStyle(known);
  }
  const most = Math.max(1, ...elements.map((each) => each.now));
  elements
    .filter((each) => each.now > 0 && isDrawn(sheet, each.element))
    .forEach(({ element, now, overdue }) => {
      const degree = Math.min(HEAT.length - 1, Math.floor((HEAT.length * now) / (most + 1)));
      sheet.elements.updateStyle(element, { fill: { color: HEAT[degree] }, stroke: { color: "#8a4700", width: 1 + degree } });
      sheet.elements.addOverlays(element, { position: "top-left", label: ` ${count(now)} `, style: COUNTER });
      if (overdue > 0) {
        sheet.elements.addOverlays(element, { position: "bottom-right", label: ` ! ${count(overdue)} `, style: LATE });
      }
    });
}

function legend() {
  return el(
    "p",
    { class: "ket legenda" },
    el("span", {}, el("span", { class: "angka-hitam", "aria-hidden": "true" }, "12"), ` ${t("heat.sekarang")}`),
    el("span", {}, el("span", { class: "angka-merah", "aria-hidden": "true" }, "! 3"), ` ${t("heat.lewat")}`),
    el("span", {}, t("heat.sedikit"), " ", HEAT.map((shade) => el("span", { class: "warna", style: `background:${shade}`, "aria-hidden": "true" })), " ", t("heat.banyak")),
  );
}

const numbers = (map) =>
  table(
    label(map.name ?? map.process),
    [
      [t("kolom.tahap"), name],
      [t("kolom.now"), (row) => row.now, "n"],
      [t("kolom.overdue"), (row) => row.overdue, "n"],
      [t("kolom.visits"), (row) => row.visits, "n"],
    ],
    map.elements,
  );

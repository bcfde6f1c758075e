/** Diagrams of versions: how many are where, and what sets two of them apart. Colour never stands alone. */

import { center, drawingIn, lenses } from "/cases/diagram.js";
import { count, el } from "./parts.js";

const BUSY = { fill: { color: "#ffe3b8" }, stroke: { color: "#8a4700", width: 3 } };
const COUNTER = { fill: { color: "#1b2a20" }, font: { color: "#ffffff", size: 18 }, stroke: { color: "#1b2a20", width: 4 } };

export const MARKS = {
  added: { sign: "+", words: "Ditambahkan", colour: "#0b5cad", fill: "#dcebfa" },
  removed: { sign: "−", words: "Dihapus", colour: "#a63b00", fill: "#fde6d8" },
  changed: { sign: "≠", words: "Diubah", colour: "#5b3a8e", fill: "#ece4f7" },
};

/** The names of a model's elements by their ids, as text. */
export function names(xml) {
  const parsed = new DOMParser().parseFromString(xml, "application/xml");
  return new Map([...parsed.querySelectorAll("[id]")].map((element) => [element.getAttribute("id"), element.getAttribute("name") || ""]));
}

/** A diagram in its place, with its tools; fails with a sentence where it cannot be drawn. */
export async function draw(place, xml, label) {
  const tools = el("div", { class: "semai-tools" });
  const canvas = el("div", { class: "semai-canvas", tabindex: "0", role: "img", "aria-label": label });
  place.replaceChildren(tools, canvas);
  const drawing = await drawingIn(canvas);
  try {
    drawing.load(xml);
  } catch (unreadable) {
    throw Object.assign(new Error("no diagram"), { sentence: "Diagram versi ini tidak dapat digambar; berkasnya tidak dapat dibaca." });
  }
  return { drawing, canvas, tools, elements: drawing.bpmnElementsRegistry, pointed: [] };
}

export function look(sheet, first) {
  sheet.tools.append(...lenses(sheet.drawing, sheet.canvas, first ? [first] : []));
}

const drawn = (sheet, ids) => sheet.elements.getElementsByIds(ids).map(({ bpmnSemantic }) => bpmnSemantic);

/** How many are where; what was shown before is forgotten. */
export function occupy(sheet, places) {
  const ids = places.map((each) => each.element);
  const gone = (sheet.busy ?? []).filter((id) => !ids.includes(id));
  (sheet.busy ?? []).forEach((id) => sheet.elements.removeAllOverlays(id));
  if (gone.length > 0) {
    sheet.elements.resetStyle(gone);
  }
  sheet.busy = drawn(sheet, ids).map(({ id }) => id);
  if (sheet.busy.length > 0) {
    sheet.elements.updateStyle(sheet.busy, BUSY);
  }
  places
    .filter((each) => sheet.busy.includes(each.element))
    .forEach((each) => sheet.elements.addOverlays(each.element, { position: "top-right", label: ` ${count(each.running)} `, style: COUNTER }));
}

/** Marks what was added, removed or changed: by colour, by the line, and by a sign. */
export function mark(sheet, kind, ids) {
  const { sign, colour, fill } = MARKS[kind];
  const found = drawn(sheet, ids);
  if (found.length === 0) {
    return;
  }
  const known = found.map(({ id }) => id);
  sheet.elements.addCssClasses(known, `model-${kind}`);
  sheet.elements.updateStyle(known, { fill: { color: fill }, stroke: { color: colour, width: 3 } });
  found.forEach(({ id, isShape }) =>
    sheet.elements.addOverlays(id, {
      position: isShape ? "top-left" : "middle",
      label: ` ${sign} `,
      style: { fill: { color: colour }, font: { color: "#ffffff", size: 18 }, stroke: { color: colour, width: 4 } },
    }),
  );
}

/** Brings an element into the middle of its diagram and points at it; answers whether it is there. */
export function point(sheet, id) {
  sheet.elements.removeCssClasses(sheet.pointed, "model-pointed");
  sheet.pointed = drawn(sheet, [id]).map((found) => found.id);
  if (sheet.pointed.length === 0) {
    return false;
  }
  sheet.drawing.navigation.fit({ type: "None" });
  sheet.elements.addCssClasses(sheet.pointed, "model-pointed");
  center(sheet.canvas, sheet.canvas.querySelector(`[data-bpmn-id="${CSS.escape(id)}"]`));
  return true;
}

export const isDrawn = (sheet, id) => id !== null && drawn(sheet, [id]).length > 0;

export function legend() {
  return el(
    "p",
    { class: "keterangan" },
    Object.entries(MARKS).map(([kind, { sign, words }]) => el("span", { class: `tanda ${kind}` }, el("span", { "aria-hidden": "true" }, sign), words)),
  );
}

/** What the dashboard is made of. Everything that comes from events is text: nothing here is ever read as HTML. */

import { count, t } from "./words.js";

/** An element with its attributes and children; what is null is left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      Object.entries(value).forEach(([event, action]) => element.addEventListener(event, action));
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The body of an answer; an error with a sentence for people and the status if it is none. */
export async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => {
    throw trouble(t("galat.jaringan"), 0);
  });
  const content = await answer.json().catch(() => null);
  if (answer.ok && content !== null) {
    return content;
  }
  throw trouble(content?.message ?? t("galat.server"), answer.status);
}

const trouble = (sentence, status) => Object.assign(new Error(sentence), { sentence, status });

/** Columns that have room beside each other on a telephone. */
const NARROW = 3;

/**
 * A table that becomes a list of cards where it is narrow: each cell knows what its column is called.
 *
 * @param columns [heading, value of a row, "n" for numbers]
 */
export function table(caption, columns, rows) {
  const head = columns.map(([heading, , kind]) => el("th", { role: "columnheader", scope: "col", class: kind }, heading));
  return el(
    "table",
    { role: "table", class: columns.length <= NARROW && "sempit" },
    el("caption", {}, caption),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head)),
    el("tbody", { role: "rowgroup" }, rows.map((row) => el("tr", { role: "row" }, columns.map((column) => cell(column, row))))),
  );
}

function cell([heading, read, kind], row) {
  const value = read(row);
  const shown = kind === "n" && (typeof value === "number" || value === null) ? count(value) : value ?? "–";
  const nothing = value === 0 || value === null || value === undefined || value === "";
  return el("td", { role: "cell", class: [kind, nothing && "nol"].filter(Boolean).join(" ") || null, "data-kolom": heading }, el("div", {}, shown));
}

/** Changes a place without moving what is read in the middle of the screen, and without taking the cursor away. */
export function still(change) {
  const anchor = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("[data-panel]");
  const top = anchor?.getBoundingClientRect().top;
  change();
  if (anchor?.isConnected && scrollY > 0) {
    scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
  }
}

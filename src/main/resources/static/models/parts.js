/** What the pages of the models are made of. Everything from a model is text: nothing here is ever read as HTML. */

export const ORIGINS = {
  start: "dari folder saat Semai dinyalakan",
  folder: "dari folder",
  upload: "unggah",
  deployment: "Camunda Modeler",
  rollback: "kembalikan",
};

export const STATES = {
  live: "✓ Berlaku",
  refused: "✕ Ditolak",
  earlier: "↺ Isi lama",
  waiting: "… Menunggu diperiksa",
  removed: "⚠ Berkas tidak ada",
};

/** An element with its attributes and children; what is null is left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      Object.entries(value).forEach(([event, action]) => element.addEventListener(event, action));
    } else if (value === true || (value !== null && value !== undefined && value !== false)) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function button(words, action, attributes = {}) {
  return el("button", { type: "button", ...attributes, on: { click: action } }, words);
}

const MOMENT = new Intl.DateTimeFormat("id-ID", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});
const COUNT = new Intl.NumberFormat("id-ID");

export const moment = (iso) => MOMENT.format(new Date(iso));
export const count = (number) => COUNT.format(number);

/** The body of an answer; an error with a sentence for people, and with findings if there are any, if it is none. */
export async function ask(path, { method = "GET", json, body } = {}) {
  const type = json === undefined ? "application/octet-stream" : "application/json";
  const answer = await fetch(path, {
    method,
    headers: method === "GET" ? {} : { "Content-Type": type },
    body: json === undefined ? body : JSON.stringify(json),
  }).catch(() => {
    throw trouble("Sambungan ke server terputus. Coba lagi setelah sambungan kembali.");
  });
  const content = await answer.json().catch(() => null);
  if (answer.ok && content !== null) {
    return content;
  }
  throw trouble(sentence(answer.status, content), content?.findings, answer.status);
}

function sentence(status, content) {
  if (status === 401) {
    return "Sesi Anda sudah berakhir. Masuklah lagi di Daftar Tugas, lalu muat ulang halaman ini.";
  }
  return content?.message ?? "Server belum dapat menjawab. Coba lagi sebentar lagi.";
}

export function trouble(sentence, findings = [], status = 0) {
  return Object.assign(new Error(sentence), { sentence, findings, status });
}

export function tell(place, failure) {
  place.replaceChildren(el("p", { class: "galat", role: "alert" }, failure.sentence ?? "Bagian ini tidak dapat ditampilkan. Muat ulang halaman untuk mencoba lagi."));
}

/** Again and again, as long as somebody may be looking; until the action answers false. */
export function whileVisible(every, action) {
  let timer = null;
  let busy = false;
  const turn = async () => {
    clearTimeout(timer);
    if (document.hidden || busy) {
      return;
    }
    busy = true;
    let goOn = true;
    try {
      goOn = await action();
    } finally {
      busy = false;
      timer = goOn === false ? null : setTimeout(turn, every);
    }
  };
  document.addEventListener("visibilitychange", turn);
  turn();
  return turn;
}

/** Changes the page without moving what is in the middle of the screen, and without taking the cursor away. */
export function still(change) {
  const anchor = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("[data-key]");
  const top = anchor?.getBoundingClientRect().top;
  const focused = document.activeElement?.id;
  change();
  const now = anchor && document.querySelector(`[data-key="${CSS.escape(anchor.dataset.key)}"]`);
  if (now && scrollY > 0) {
    scrollBy({ top: now.getBoundingClientRect().top - top, behavior: "instant" });
  }
  if (focused && document.activeElement === document.body) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

/** Draws a part anew only if what it shows has changed; what somebody has opened in it stays open. */
export function renew(place, value, draw) {
  const known = JSON.stringify(value);
  if (place.known !== known) {
    place.known = known;
    const open = [...place.querySelectorAll("details[open][id]")].map((details) => details.id);
    still(() => {
      place.replaceChildren(...[draw(value)].flat().filter(Boolean));
      place.querySelectorAll("details[id]").forEach((details) => (details.open = open.includes(details.id)));
    });
  }
}

/** Asks before something happens; the answer is true or false. */
export function confirmed(title, sentences, yes) {
  return new Promise((answer) => {
    const dialog = el(
      "dialog",
      { "aria-labelledby": "tanya" },
      el("h2", { id: "tanya" }, title),
      sentences.filter(Boolean).map((sentence) => el("p", {}, sentence)),
      el(
        "p",
        { class: "tindakan" },
        button(yes, () => dialog.close("yes"), { class: "utama" }),
        button("Batal", () => dialog.close()),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Findings by file and line, each with its cure. */
export function findings(list) {
  return el(
    "ul",
    { class: "temuan" },
    list.map((finding) =>
      el(
        "li",
        {},
        el("strong", { class: "berkas" }, finding.file || "Folder model", finding.line > 0 ? `, baris ${finding.line}` : ""),
        finding.element && el("span", { class: "ket" }, ` · ${finding.name ? `“${finding.name}” (${finding.element})` : finding.element}`),
        el("span", { class: "pesan" }, finding.message),
        el("span", { class: "ket" }, "Aturan: ", el("a", { href: `/model/aturan#${encodeURIComponent(finding.rule)}` }, finding.rule)),
      ),
    ),
  );
}

/** Where a release came from, by whom, and when. */
export function released({ origin, who, at }) {
  return `${ORIGINS[origin] ?? origin}${who ? ` oleh ${who}` : ""}, ${moment(at)}`;
}

/** How many run in which version. */
export function running(versions) {
  const busy = versions.filter((version) => version.running > 0);
  return busy.length === 0
    ? "Tidak ada yang sedang berjalan."
    : `Sedang berjalan: ${busy.map((version) => `${count(version.running)} di versi ${version.version}`).join(", ")}.`;
}

export const inForce = (model) => model.versions.find((version) => version.exists);

/** A table that becomes a list of cards where it is narrow: each cell knows what its column is called. */
export function table(caption, columns, rows) {
  return el(
    "table",
    { role: "table" },
    el("caption", {}, caption),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, columns.map((column) => el("th", { role: "columnheader", scope: "col" }, column)))),
    el(
      "tbody",
      { role: "rowgroup" },
      rows.map(({ cells, attributes = {} }) =>
        el("tr", { role: "row", ...attributes }, cells.map((cell, at) => el("td", { role: "cell", "data-kolom": columns[at] }, el("div", {}, cell)))),
      ),
    ),
  );
}

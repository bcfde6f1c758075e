/** One model: its diagram with who is where, its releases, what sets two versions apart, and moving from one to another. */

import "/camunda/app/tasklist/scripts/session.js";
import { draw, isDrawn, legend, look, mark, names, occupy, point } from "./drawing.js";
import { list as migrations, plan } from "./migrations.js";
import { ask, button, confirmed, count, el, findings, inForce, released, renew, running, STATES, table, tell, whileVisible } from "./parts.js";
import { uploading } from "./upload.js";

const EVERY = 3000;
const FOLDER = "folder";
const KINDS = { added: "+ Ditambahkan", removed: "− Dihapus", changed: "≠ Diubah" };

const id = document.querySelector("main").dataset.model;
const root = `/api/models/${encodeURIComponent(id)}`;
const part = (name) => document.getElementById(name);

/** The model as it was seen last. */
let model = null;
/** Whether something has been chosen to be shown. */
let begun = false;
/** The diagram that is shown, with the version it is of. */
let sheet = null;

async function see() {
  try {
    const now = await ask("/api/models");
    const found = now.models.find((each) => each.id === id);
    if (!found) {
      part("keadaan").textContent = "Model ini belum pernah dirilis dan tidak ada di folder.";
      return true;
    }
    model = found;
    renew(part("keadaan"), { ...found, versions: found.versions.map(({ version, running: many }) => [version, many]) }, () => state(found));
    renew(part("rilis"), found.versions, (versions) => versions.map((version) => release(version)));
    offer();
    if (!begun && inForce(model)) {
      begun = true;
      begin();
    }
    if (isProcess()) {
      await Promise.all([counted(), migrations(part("pemindahan"), (each) => each.process === id, again)]);
    }
  } catch (failure) {
    if (!failure.sentence) {
      throw failure;
    }
    part("kabar").textContent = failure.sentence;
    return failure.status !== 401 && failure.status !== 403;
  }
  part("kabar").textContent = "";
  return true;
}

const isProcess = () => model.kind === "process";

function state(it) {
  return [
    el("p", { class: "lead-kecil" }, el("span", { class: `lencana ${it.state}` }, STATES[it.state]), it.file ?? it.id),
    it.sentence && el("p", {}, it.sentence),
    it.findings.length > 0 && findings(it.findings),
    it.differs && el("p", { class: "galat" }, "Isi folder antarsimpul berbeda: yang dirilis terakhir yang berlaku. Samakan isi foldernya."),
    isProcess() && el("p", {}, running(it.versions)),
  ].filter(Boolean);
}

function release(it) {
  const current = inForce(model);
  return el(
    "li",
    {},
    el("strong", {}, `Versi ${it.version}`),
    it === current && el("span", { class: "lencana live" }, "✓ Berlaku"),
    el("span", {}, released(it)),
    el("span", { class: "ket" }, `${isProcess() ? `${count(it.running)} sedang berjalan · ` : ""}${it.node}`),
    el("span", { class: "ket" }, `Berkas: ${Object.keys(it.files).join(", ")}`),
    !it.exists && el("span", { class: "ket" }, "Sudah dihapus dari mesin proses."),
    it.exists && it !== current && button(`Kembalikan versi ${it.version}…`, () => rollBack(it), { id: `kembali-${it.version}` }),
  );
}

async function rollBack({ version, files }) {
  const current = inForce(model);
  const sure = await confirmed(
    `Kembalikan versi ${version}?`,
    [
      `Isi versi ${version} berlaku lagi sebagai versi baru bagi yang dimulai sesudahnya; versi ${current.version} tetap tersimpan.`,
      `${Object.keys(files).join(", ")} ditulis ke folder model; isi sebelumnya disimpan di .semai/history. Model lain yang memakai berkas itu ikut kembali.`,
      isProcess() && `${count(current.running)} yang berjalan di versi ${current.version} tetap di sana sampai Anda memindahkannya.`,
    ],
    "Kembalikan",
  );
  if (!sure) {
    return;
  }
  const place = part("hasil-kembali");
  try {
    const { released: models } = await ask(`${root}/releases/${version}/rollback`, { method: "POST", json: {} });
    place.replaceChildren(el("p", { class: "baik" }, `✓ Isi versi ${version} berlaku lagi: ${models.join(", ")}.`));
  } catch (failure) {
    place.replaceChildren(el("p", { class: "galat" }, `✕ Tidak ada yang berubah. ${failure.findings?.length > 0 ? "" : failure.sentence}`), failure.findings?.length > 0 ? findings(failure.findings) : "");
  }
  again();
}

/** Fills the lists of versions; what somebody has chosen stays chosen. */
function offer() {
  const there = model.versions.filter((version) => version.exists);
  const current = inForce(model);
  const told = (version) => `Versi ${version.version}${version === current ? " (berlaku)" : ""}${isProcess() ? `, ${count(version.running)} berjalan` : ""}`;
  const versions = there.map((version) => [String(version.version), told(version)]);
  const withFolder = model.file ? [[FOLDER, "Isi folder sekarang"], ...versions] : versions;
  fill(part("versi"), versions);
  fill(part("sebelum"), withFolder);
  fill(part("sesudah"), withFolder);
  fill(part("dari"), versions);
  fill(part("ke"), versions);
}

function fill(select, options) {
  if (!select) {
    return;
  }
  const chosen = select.value;
  renew(select, options, () => options.map(([value, words]) => el("option", { value }, words)));
  if (options.some(([value]) => value === chosen)) {
    select.value = chosen;
  }
}

/** What is chosen before anybody has chosen. */
function begin() {
  const [current, ...earlier] = model.versions.filter((version) => version.exists);
  const withFolder = earlier.length === 0 || (model.file && model.state !== "live");
  part("sebelum").value = String(withFolder ? current.version : earlier[0].version);
  part("sesudah").value = withFolder ? part("sesudah").options[0].value : String(current.version);
  if (!withFolder || model.state !== "live") {
    compare();
  }
  if (isProcess()) {
    part("tentang-proses").hidden = false;
    part("tentang-pemindahan").hidden = false;
    part("versi").value = String(current.version);
    part("ke").value = String(current.version);
    part("dari").value = String((earlier.find((version) => version.running > 0) ?? earlier[0] ?? current).version);
    show();
  }
}

/** What is asked for last counts, whichever answer comes first. */
async function show() {
  const place = part("diagram");
  const version = part("versi").value;
  const isStale = () => part("versi").value !== version;
  sheet = null;
  try {
    const { text, places } = await ask(`${root}/versions/${version}`);
    if (isStale()) {
      return;
    }
    const next = await draw(place, text, `Diagram ${document.querySelector("h1").textContent}, versi ${version}`).catch((failure) => {
      tell(place, failure);
      return {};
    });
    if (isStale()) {
      return;
    }
    sheet = Object.assign(next, { version, names: names(text) });
    counts(places);
    if (sheet.elements) {
      look(sheet, places[0]?.element);
    }
  } catch (failure) {
    tell(place, failure);
  }
}

/** The counts alone, without drawing anew. */
async function counted() {
  const shown = sheet;
  if (shown) {
    const { places } = await ask(`${root}/versions/${shown.version}`);
    if (shown === sheet) {
      counts(places);
    }
  }
}

function counts(places) {
  renew(part("hitungan"), [sheet.version, places], () =>
    places.length === 0
      ? el("p", {}, `Tidak ada yang sedang berjalan di versi ${sheet.version}.`)
      : table(
          `Yang sedang berjalan di versi ${sheet.version}`,
          ["Elemen", "Jumlah"],
          places.map(({ element, running: many }) => ({ attributes: { "data-elemen": element }, cells: [pointer(element, [sheet], sheet.names.get(element) || element), count(many)] })),
        ),
  );
  if (sheet.elements && JSON.stringify(sheet.places) !== JSON.stringify(places)) {
    occupy(sheet, places);
  }
  sheet.places = places;
}

/** A name that shows where its element is, if it is drawn anywhere. */
function pointer(element, sheets, words) {
  const drawn = sheets.filter((each) => each?.elements && isDrawn(each, element));
  if (drawn.length === 0) {
    return words;
  }
  return button(
    words,
    () => {
      drawn.forEach((each) => point(each, element));
      drawn[0].canvas.scrollIntoView({ block: "center" });
    },
    { class: "tunjuk", title: "Tunjukkan pada diagram" },
  );
}

async function compare() {
  const [from, to] = [part("sebelum").value, part("sesudah").value];
  const place = part("perbedaan");
  place.replaceChildren(el("p", {}, "Membandingkan…"));
  try {
    const { files } = await ask(`${root}/changes?${new URLSearchParams({ from, to })}`);
    if (files.length === 0) {
      place.replaceChildren(el("p", { role: "status" }, `${title(from)} dan ${title(to).toLowerCase()} bermakna sama.`));
      return;
    }
    const sides = el("div", { class: "berdampingan" });
    const words = el("div");
    place.replaceChildren(isProcess() ? legend() : "", isProcess() ? sides : "", words);
    const sheets = isProcess() ? await both(sides, from, to, files.flatMap((file) => file.changes)) : [];
    words.append(...files.map((file) => told(file, sheets)));
  } catch (failure) {
    tell(place, failure);
  }
}

const title = (version) => (version === FOLDER ? "Isi folder sekarang" : `Versi ${version}`);

async function both(place, from, to, changes) {
  const of = (kind) => changes.filter((change) => change.kind === kind && change.element).map((change) => change.element);
  const marks = [
    { removed: of("removed"), changed: of("changed") },
    { added: of("added"), changed: of("changed") },
  ];
  return Promise.all(
    [from, to].map(async (version, side) => {
      const sheet = el("div");
      place.append(el("figure", {}, el("figcaption", {}, `${side === 0 ? "Sebelum" : "Sesudah"}: ${title(version)}`), sheet));
      try {
        const { text } = await ask(`${root}/versions/${version}`);
        const drawn = await draw(sheet, text, `Diagram ${title(version)}; perubahannya ada dalam tabel di bawah`);
        const unique = Object.entries(marks[side]).map(([kind, ids]) => [kind, [...new Set(ids)]]);
        const whole = new Set(marks[side].removed ?? marks[side].added);
        unique.forEach(([kind, ids]) => mark(drawn, kind, kind === "changed" ? ids.filter((each) => !whole.has(each)) : ids));
        look(drawn, unique.flatMap(([, ids]) => ids).find((each) => isDrawn(drawn, each)));
        return drawn;
      } catch (failure) {
        tell(sheet, failure);
        return null;
      }
    }),
  );
}

function told({ file, changes }, sheets) {
  return table(
    `Perubahan dalam ${file}`,
    ["Elemen", "Apa", "Sebelum", "Sesudah"],
    changes.map((change) => ({
      attributes: { class: change.kind, "data-elemen": change.element },
      cells: [
        pointer(change.element, sheets, change.subject),
        el("span", { class: `tanda-teks ${change.kind}` }, change.kind === "changed" ? `${KINDS.changed}: ${change.what}` : KINDS[change.kind]),
        change.before ?? "–",
        change.after ?? "–",
      ],
    })),
  );
}

part("versi").addEventListener("change", show);
part("bandingkan").addEventListener("submit", (event) => {
  event.preventDefault();
  compare();
});
part("pindah").addEventListener("submit", (event) => {
  event.preventDefault();
  const [from, to] = [part("dari").value, part("ke").value];
  if (from === to) {
    part("rencana").replaceChildren(el("p", { class: "galat", role: "alert" }, "Pilih dua versi yang berlainan."));
  } else {
    plan(part("rencana"), { process: id, from, to }, again);
  }
});
const again = whileVisible(EVERY, see);
again.trouble = part("kabar");
uploading(part("unggah"), again);

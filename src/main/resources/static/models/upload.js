/** Files are chosen or dropped, asked about, checked by the server, and released or refused together; nothing is lost either way. */

import { ask, button, confirmed, count, el, findings, trouble } from "./parts.js";

const LONGEST = 4_000_000;

export function uploading(place, done) {
  const result = el("div", { role: "status", class: "hasil" });
  const field = el("input", { type: "file", id: "berkas", accept: ".bpmn,.dmn,.form", multiple: true, class: "tersembunyi" });
  const zone = el(
    "div",
    { class: "unggah" },
    field,
    el("label", { for: "berkas", class: "tombol" }, "Pilih berkas…"),
    el("span", {}, "atau seret berkas .bpmn, .dmn, atau .form ke sini; yang saling memerlukan, bersama-sama"),
  );
  const take = (files) => files.length > 0 && offer(files, result, done);
  field.addEventListener("change", () => {
    const files = [...field.files];
    field.value = "";
    take(files);
  });
  for (const over of ["dragenter", "dragover"]) {
    zone.addEventListener(over, (event) => {
      event.preventDefault();
      zone.classList.add("di-atas");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("di-atas"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("di-atas");
    take([...event.dataTransfer.files]);
  });
  // A file that misses the zone would take the place of the page.
  for (const miss of ["dragover", "drop"]) {
    addEventListener(miss, (event) => event.preventDefault());
  }
  place.replaceChildren(zone, result);
}

const names = (files) => files.map((file) => file.name).join(", ");
const size = (files) => files.reduce((sum, file) => sum + file.size, 0);

async function offer(files, result, done) {
  const sure = await confirmed(
    `Unggah ${names(files)}?`,
    [
      `${files.length === 1 ? "Berkas ini" : `${count(files.length)} berkas ini`} (${count(Math.ceil(size(files) / 1024))} KB) diperiksa dahulu. Bila ada kesalahan, tidak ada yang berubah.`,
      "Bila tidak ada, berkas ditulis ke folder model; isi sebelumnya disimpan di .semai/history. Bila maknanya berubah, langsung berlaku sebagai versi baru bagi yang dimulai sesudahnya.",
      "Yang sedang berjalan tetap pada versinya sampai Anda memindahkannya.",
    ],
    "Periksa dan rilis",
  );
  if (!sure) {
    return;
  }
  result.replaceChildren(el("p", {}, `Memeriksa ${names(files)}…`));
  try {
    accept(result, await send(files));
    done();
  } catch (failure) {
    refuse(result, failure, files, done);
  }
}

async function send(files) {
  if (size(files) > LONGEST) {
    throw trouble("Berkas ini lebih besar daripada 4 MB, jadi bukan model yang dapat diterima.");
  }
  const contents = await Promise.all(files.map(async (file) => [file.name, await base64(file)]));
  return ask("/api/models", { method: "POST", json: Object.fromEntries(contents) });
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(trouble("Berkas ini berubah sejak dipilih. Pilih sekali lagi."));
    reader.readAsDataURL(file);
  });
}

function accept(result, { files, released, findings: found }) {
  const warnings = found.filter((finding) => files.includes(finding.file));
  result.replaceChildren(
    el(
      "p",
      { class: "baik" },
      released.length > 0
        ? `✓ ${files.join(", ")} ditulis ke folder. Versi baru berlaku: ${released.join(", ")}.`
        : `✓ ${files.join(", ")} ditulis ke folder. Maknanya tidak berubah, jadi tidak ada versi baru.`,
    ),
    warnings.length > 0 ? el("p", {}, "Saran untuk berkas ini:") : "",
    warnings.length > 0 ? findings(warnings) : "",
  );
}

function refuse(result, failure, files, done) {
  result.replaceChildren(
    el("p", { class: "galat" }, `✕ ${names(files)} ditolak. ${failure.findings?.length > 0 ? `Ada ${failure.findings.length} kesalahan:` : (failure.sentence ?? "Unggahan gagal.")}`),
    failure.findings?.length > 0 ? findings(failure.findings) : "",
    el("p", { class: "ket" }, "Tidak ada yang ditulis, dan versi yang berlaku tidak berubah. Perbaiki berkas itu, lalu pilih lagi."),
    failure.status === 0 ? button("Coba lagi", () => offer(files, result, done)) : "",
  );
}

/** A file is chosen or dropped, asked about, checked by the server, and released or refused; nothing is lost either way. */

import { ask, button, confirmed, count, el, findings, trouble } from "./parts.js";

const LONGEST = 4_000_000;

export function uploading(place, done) {
  const result = el("div", { role: "status", class: "hasil" });
  const field = el("input", { type: "file", id: "berkas", accept: ".bpmn,.dmn,.form", class: "tersembunyi" });
  const zone = el(
    "div",
    { class: "unggah" },
    field,
    el("label", { for: "berkas", class: "tombol" }, "Pilih berkas…"),
    el("span", {}, "atau seret satu berkas .bpmn, .dmn, atau .form ke sini"),
  );
  const take = (file) => offer(file, result, done);
  field.addEventListener("change", () => {
    const [file] = field.files;
    field.value = "";
    take(file);
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
    const files = [...event.dataTransfer.files];
    if (files.length === 1) {
      take(files[0]);
    } else {
      refuse(result, trouble("Satu berkas setiap kali. Simpan beberapa berkas yang saling memerlukan langsung ke folder model."));
    }
  });
  // A file that misses the zone would take the place of the page.
  for (const miss of ["dragover", "drop"]) {
    addEventListener(miss, (event) => event.preventDefault());
  }
  place.replaceChildren(zone, result);
}

async function offer(file, result, done) {
  const sure = await confirmed(
    `Unggah ${file.name}?`,
    [
      `Berkas ini (${count(Math.ceil(file.size / 1024))} KB) diperiksa dahulu. Bila ada kesalahan, tidak ada yang berubah.`,
      "Bila tidak ada, berkas ditulis ke folder model; isi sebelumnya disimpan di .semai/history. Bila maknanya berubah, ia langsung berlaku sebagai versi baru bagi yang dimulai sesudahnya.",
      "Yang sedang berjalan tetap pada versinya sampai Anda memindahkannya.",
    ],
    "Periksa dan rilis",
  );
  if (!sure) {
    return;
  }
  result.replaceChildren(el("p", {}, `Memeriksa ${file.name}…`));
  try {
    accept(result, await send(file));
    done();
  } catch (failure) {
    refuse(result, failure, file, done);
  }
}

async function send(file) {
  if (file.size > LONGEST) {
    throw trouble("Berkas ini lebih besar daripada 4 MB, jadi bukan model yang dapat diterima.");
  }
  const body = await file.arrayBuffer().catch(() => {
    throw trouble("Berkas ini berubah sejak dipilih. Pilih sekali lagi.");
  });
  return ask(`/api/models?name=${encodeURIComponent(file.name)}`, { method: "POST", body });
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

function refuse(result, failure, file, done) {
  result.replaceChildren(
    el("p", { class: "galat" }, `✕ ${file ? `${file.name} ditolak. ` : ""}${failure.findings?.length > 0 ? `Ada ${failure.findings.length} kesalahan:` : (failure.sentence ?? "Unggahan gagal.")}`),
    failure.findings?.length > 0 ? findings(failure.findings) : "",
    el("p", { class: "ket" }, "Tidak ada yang ditulis, dan versi yang berlaku tidak berubah. Perbaiki berkas itu, lalu pilih lagi."),
    file && failure.status === 0 ? button("Coba lagi", () => offer(file, result, done)) : "",
  );
}

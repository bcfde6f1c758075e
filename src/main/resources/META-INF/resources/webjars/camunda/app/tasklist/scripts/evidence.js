/** Files that prove what a form says: shown below it, attached by who works on the task. */

import { openForm } from "./open-form.js";

const LOOK_EVERY = 1_000;
const LARGEST_BYTES = 10 * 1024 * 1024;
const ACCEPTED = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

/** Of the task that is open: {task, mine, place, box}; null in between. */
let panel = null;

/** What is under way, by task: a file is not given up because somebody looks at another task meanwhile. */
const sending = new Map();

function showEvidence() {
  setInterval(look, LOOK_EVERY);
  document.addEventListener("click", completing, true);
  addEventListener("beforeunload", (event) => sending.size > 0 && event.preventDefault());
}

function look() {
  const task = /[?&]task=([^&]+)/.exec(location.hash)?.[1];
  const place = document.querySelector("form.semai-rows, .task-card .fjs-container, [cam-tasklist-form] .fjs-container");
  const mine = Boolean(openForm());
  if (panel && (panel.task !== task || panel.place !== place || panel.mine !== mine || !panel.box.isConnected)) {
    panel.box.remove();
    panel = null;
  }
  if (!panel && task && place) {
    begin(task, place, mine);
  }
}

function begin(task, place, mine) {
  const box = element("section", { className: "semai-evidence" });
  box.setAttribute("aria-label", "Berkas bukti");
  panel = { task, place, mine, box };
  place.after(box);
  refresh(panel);
}

async function refresh(mine) {
  const answer = await ask("GET", `tasks/${encodeURIComponent(mine.task)}`);
  if (mine !== panel) {
    return;
  }
  mine.box.replaceChildren(element("h4", { textContent: "Berkas bukti" }));
  if (answer.ok) {
    mine.box.append(...content(mine, answer.body));
  } else {
    mine.box.append(problem(answer.body?.message ?? "Daftar berkas belum dapat dimuat."));
  }
}

function content(mine, { mayAdd, files }) {
  const list = element("ul", { className: "semai-files" });
  list.append(...files.map((file) => item(mine, file)));
  const parts = files.length > 0 ? [list] : [element("p", { textContent: "Belum ada berkas." })];
  return mayAdd ? [...parts, ...adding(mine)] : parts;
}

function item(mine, file) {
  const link = element("a", { href: `/api/evidence/files/${file.id}`, target: "_blank", rel: "noopener", textContent: file.name });
  const about = element("small", {
    textContent: ` ${megabytes(file.size)} · ${file.about ? `${file.about} · ` : ""}${file.task} · ${file.person} · ${moment(file.addedAt)}`,
    title: `SHA-256: ${file.sha256}`,
  });
  const row = element("li");
  row.append(link, about);
  if (file.mayRemove) {
    row.append(" ", removal(mine, file));
  }
  return row;
}

function adding(mine) {
  const input = element("input", { type: "file", multiple: true, accept: ACCEPTED, id: "semai-evidence-input" });
  // The browser's own button speaks the browser's language.
  const label = element("label", { htmlFor: input.id, className: "btn btn-default", textContent: "Lampirkan berkas…" });
  const hint = element("p", {
    id: "semai-evidence-hint",
    className: "semai-hint",
    textContent:
      "PDF, JPEG, atau PNG, paling besar 10 MB setiap berkas. Dapat dibuka oleh semua yang boleh melihat inovasi ini; jangan lampirkan data pribadi warga.",
  });
  input.setAttribute("aria-describedby", hint.id);
  const progress = element("div", { className: "semai-sending" });
  progress.setAttribute("role", "status");
  const proves = rowChoice();
  input.addEventListener("change", async () => {
    const chosen = [...input.files];
    input.value = "";
    const refused = [];
    input.disabled = true;
    for (const file of chosen) {
      const sentence = await send(mine, file, proves?.value ?? "", progress);
      sentence && refused.push(sentence);
    }
    input.disabled = false;
    await refresh(mine);
    if (mine === panel) {
      mine.box.append(...refused.map(problem));
    }
  });
  return [...(proves ? [proves.parentElement] : []), input, label, hint, progress];
}

/** Which row of the plan a file proves, where the form tells of each; null for other forms. */
function rowChoice() {
  const rows = document.querySelector("form.semai-rows")?.semaiSheet?.planRows?.() ?? [];
  if (rows.length === 0) {
    return null;
  }
  const choice = element("select", { className: "form-control" });
  choice.append(new Option("Seluruh laporan", ""), ...rows.map(({ row, activity }) => new Option(`Baris ${row}: ${activity}`, row)));
  const label = element("label", { className: "semai-proves", textContent: "Berkas ini membuktikan" });
  label.append(choice);
  return choice;
}

/** The sentence that says why it was not taken; null if it was. */
async function send(mine, file, proved, progress) {
  if (file.size > LARGEST_BYTES) {
    return `Berkas «${file.name}» lebih besar daripada 10 MB. Perkecil, lalu unggah lagi.`;
  }
  const bar = element("progress", { max: 100, value: 0 });
  bar.setAttribute("aria-label", `Mengunggah ${file.name}`);
  const request = new XMLHttpRequest();
  const row = element("p", { textContent: `${file.name} ` });
  row.append(bar, " ", button("Batalkan", `Batalkan ${file.name}`, () => request.abort()));
  progress.append(row);
  sending.set(mine.task, (sending.get(mine.task) ?? 0) + 1);
  const answer = await sent(request, mine.task, file, proved, (share) => (bar.value = share));
  sending.set(mine.task, sending.get(mine.task) - 1);
  sending.get(mine.task) === 0 && sending.delete(mine.task);
  row.remove();
  return answer.ok || answer.aborted
    ? null
    : (answer.body?.message ?? `Berkas «${file.name}» tidak terkirim. Periksa sambungan, lalu unggah lagi.`);
}

function sent(request, task, file, row, progressed) {
  return new Promise((done) => {
    request.upload.addEventListener("progress", (event) => progressed((100 * event.loaded) / event.total));
    request.addEventListener("load", () => done({ ok: request.status === 201, body: parsed(request.responseText) }));
    request.addEventListener("error", () => done({ ok: false }));
    request.addEventListener("abort", () => done({ ok: false, aborted: true }));
    const about = row === "" ? "" : `&row=${encodeURIComponent(row)}`;
    request.open("POST", `/api/evidence/tasks/${encodeURIComponent(task)}?name=${encodeURIComponent(file.name)}${about}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
}

/** Asks once more in its own place, and forgets the first press when somebody goes elsewhere. */
function removal(mine, file) {
  const made = button("Hapus", `Hapus ${file.name}`, () => {
    if (made.textContent === "Hapus") {
      label("Ya, hapus");
    } else {
      remove(mine, file);
    }
  });
  const label = (text) => {
    made.textContent = text;
    made.setAttribute("aria-label", `${text} ${file.name}`);
  };
  made.addEventListener("blur", () => label("Hapus"));
  return made;
}

async function remove(mine, file) {
  const answer = await ask("DELETE", `files/${file.id}`);
  await refresh(mine);
  if (!answer.ok && mine === panel) {
    mine.box.append(problem(answer.body?.message ?? "Berkas belum dapat dihapus."));
  }
}

/** A file that is still on its way would come too late. */
function completing(event) {
  if (panel && sending.has(panel.task) && event.target.closest?.("[ng-click='complete()']")) {
    event.preventDefault();
    event.stopImmediatePropagation();
    panel.box.append(problem("Tunggu sampai semua berkas selesai diunggah, lalu selesaikan tugas ini."));
  }
}

async function ask(method, path) {
  try {
    const answer = await fetch(`/api/evidence/${path}`, { method });
    return { ok: answer.ok, body: parsed(await answer.text()) };
  } catch (noConnection) {
    return { ok: false, body: { message: "Sambungan terputus. Daftar berkas belum dapat dimuat." } };
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (noJson) {
    return null;
  }
}

function problem(sentence) {
  const box = element("p", { className: "semai-problem", textContent: sentence });
  box.setAttribute("role", "alert");
  return box;
}

function button(text, label, action) {
  const made = element("button", { type: "button", className: "btn btn-link btn-sm", textContent: text });
  made.setAttribute("aria-label", label);
  made.addEventListener("click", action);
  return made;
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}

function megabytes(bytes) {
  return bytes < 100_000
    ? `${Math.ceil(bytes / 1_000).toLocaleString("id-ID")} kB`
    : `${(bytes / 1_000_000).toLocaleString("id-ID", { maximumFractionDigits: 1 })} MB`;
}

function moment(instant) {
  return new Date(instant).toLocaleString("id-ID", { dateStyle: "medium", timeStyle: "short" });
}

showEvidence();
export default undefined;

/**
 * Keeps what is typed into the form of a task, or of a process to start: on the server, each second in which something
 * changed, for this person and this form only. What cannot be sent yet waits in this page.
 */

import { openForm, openStart } from "./open-form.js";

const LOOK_EVERY = 1_000;
const TRY_AGAIN_AFTER = 5_000;
/** A browser sends no more than 64 KiB of a page that is being left, and fails at once if it is asked to. */
const LARGEST_FAREWELL = 60_000;
/** A task that ends so soon after its button was pressed was ended by that. */
const ENDS_WITHIN = 10_000;
/** After the button was pressed; if the task is still open then, what was sent has been refused. */
const WAITS_FOR_AN_END = 3_000;

/** Of the form that is on the page, a dialog's first; null in between. Its key is that of the draft on the server. */
let sheet = null;

/** The form whose button was pressed last, and when. */
let sent = { key: null, at: 0 };

/** What could not be sent, by key: {person, answers}. Lives as long as the page, and is nobody else's. */
const waiting = new Map();

/** What is on its way to the server, by key: a form that is drawn anew is asked for behind it, or it would seem another window's. */
const underWay = new Map();

function keepDrafts() {
  forgetTasklistsOwn();
  setInterval(look, LOOK_EVERY);
  document.addEventListener("click", submitting, true);
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", look);
}

/** Tasklist's own drafts stay in the browser, where whoever sits down next would find them. */
const OF_TASKLIST = /^(camForm|camunda-form):/;

function forgetTasklistsOwn() {
  Object.keys(localStorage)
    .filter((key) => OF_TASKLIST.test(key))
    .forEach((key) => localStorage.removeItem(key));
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    if (!OF_TASKLIST.test(key)) {
      setItem.call(this, key, value);
    }
  };
}

function look() {
  const open = openStart() ?? openForm();
  if (sheet && (!open || open.place !== sheet.place)) {
    leave(sheet);
    sheet = null;
  }
  if (!sheet && open && !wasSentWithin(keyOf(open), ENDS_WITHIN)) {
    sheet = { ...open, key: keyOf(open), ready: false, tryAt: 0 };
  }
  if (sheet && Date.now() >= sheet.tryAt && !wasSentWithin(sheet.key, WAITS_FOR_AN_END)) {
    sheet.ready ? save(sheet) : begin(sheet);
  }
}

function keyOf({ task, process }) {
  return process ? `starts/${encodeURIComponent(process)}` : encodeURIComponent(task);
}

/** A dialog closes once its process has started: what was on its way then came too late to be taken along. */
function leave(mine) {
  if (!wasSentWithin(mine.key, ENDS_WITHIN)) {
    save(mine);
  } else if (mine.process) {
    mine.saving?.then(() => ask("DELETE", mine.key));
    sent = { key: null, at: 0 };
  }
}

async function begin(mine) {
  mine.tryAt = Infinity;
  await underWay.get(mine.key);
  const answer = await ask("GET", mine.key);
  if (mine !== sheet) {
    return;
  }
  if (!answer.ok) {
    later(mine, answer);
    return;
  }
  mine.person = answer.body.person;
  mine.version = answer.body.version;
  const unsent = waiting.get(mine.key);
  waiting.delete(mine.key);
  mine.last = text(answer.body.answers);
  if (unsent?.person === mine.person) {
    restore(mine, unsent.answers, "Isian Anda yang belum sempat tersimpan dipulihkan.");
  } else if (mine.version > 0) {
    restore(mine, answer.body.answers, origin(answer.body));
  }
  mine.ready = true;
  mine.tryAt = 0;
}

function origin({ savedAt, typedBy }) {
  return typedBy
    ? `Isian ${typedBy} dari ${moment(savedAt)} diserahkan kepada Anda bersama tugas ini. Periksalah, lalu lanjutkan.`
    : `Isian Anda dari ${moment(savedAt)} dipulihkan.`;
}

/** What has been typed meanwhile counts more. */
function restore(mine, answers, sentence) {
  mine.write({ ...answers, ...mine.read() });
  tell(mine, sentence, [["Mulai dari awal", () => discard(mine)]]);
}

function later(mine, answer) {
  mine.tryAt = Date.now() + TRY_AGAIN_AFTER;
  warn(mine, trouble(answer));
}

async function discard(mine) {
  mine.ready = false;
  mine.tryAt = Infinity;
  const answer = await ask("DELETE", mine.key);
  if (answer.ok && mine.process) {
    empty(mine, answer.body);
  } else if (answer.ok) {
    // Tasklist draws the form anew, with what the task holds.
    location.reload();
  } else {
    warn(mine, trouble(answer));
  }
}

/** A start form holds nothing but what was typed; a field of form-js shows null as what it showed before. */
function empty(mine, { version }) {
  mine.write(Object.fromEntries(Object.keys(mine.read()).map((name) => [name, undefined])));
  mine.last = text(mine.read());
  mine.version = version;
  mine.ready = true;
  mine.tryAt = 0;
  tell(mine, "Isian dibuang.");
}

async function save(mine) {
  const now = text(mine.read());
  if (!mine.ready || now === mine.last || mine.saving) {
    return;
  }
  const answers = JSON.parse(now);
  mine.saving = ask("PUT", mine.key, { person: mine.person, answers, version: mine.version });
  underWay.set(mine.key, mine.saving);
  const answer = await mine.saving;
  mine.saving = null;
  if (answer.ok) {
    mine.last = now;
    mine.version = answer.body.version;
    waiting.delete(mine.key);
    tell(mine, `Draf tersimpan ${moment(answer.body.savedAt)}.`);
  } else if (answer.status === 409) {
    choose(mine, answer.body);
  } else if (answer.status === 410 || answer.status === 404) {
    finished(mine, now);
  } else {
    if (answer.status !== 403) {
      waiting.set(mine.key, { person: mine.person, answers });
    }
    later(mine, answer);
  }
}

/** Two windows have typed into the same form: the person says which of them counts. */
function choose(mine, other) {
  mine.tryAt = Infinity;
  const goOn = () => {
    mine.version = other.version;
    mine.tryAt = 0;
  };
  const elsewhere = other.savedAt
    ? `Isian ini diubah di jendela atau komputer lain ${moment(other.savedAt)}.`
    : mine.process
      ? "Isian ini sudah dibuang, atau prosesnya sudah dimulai, di jendela lain."
      : "Isian tugas ini sudah dibuang di jendela lain, atau diserahkan kepada orang lain bersama tugasnya.";
  warn(mine, elsewhere, [
    [
      "Pakai isian dari sana",
      () => {
        mine.write(other.answers);
        mine.last = text(mine.read());
        goOn();
        tell(mine, "Isian dari jendela lain dipakai.");
      },
    ],
    [
      "Pertahankan isian di sini",
      () => {
        mine.last = null;
        goOn();
      },
    ],
  ]);
}

/** Gone with the task: expected after one's own sending, and else something to be told. */
function finished(mine, typed) {
  mine.ready = false;
  mine.tryAt = Infinity;
  if (!wasSentWithin(mine.key, ENDS_WITHIN)) {
    handBack(mine, typed);
  }
}

function handBack(mine, typed) {
  const box = banner(document.body, "semai-draft semai-draft-gone");
  fill(box, "Tugas ini sudah diselesaikan atau ditutup oleh orang lain. Isian Anda tidak terkirim, tetapi masih dapat disalin.", [
    ["Salin isian saya", ({ target }) => copy(readable(mine, typed), target)],
    ["Tutup", () => box.remove()],
  ]);
}

function readable(mine, typed) {
  return Object.entries(JSON.parse(typed))
    .map(([key, value]) => `${mine.label(key)}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("\n");
}

/** Over plain HTTP a browser has no clipboard to write to: there the text is selected and copied as by hand. */
async function copy(words, button) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(words);
  } else {
    const field = Object.assign(document.createElement("textarea"), { value: words });
    button.after(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  button.textContent = "Isian tersalin";
}

function submitting(event) {
  if (sheet?.task && event.target.closest?.("[ng-click='complete()']")) {
    save(sheet);
    sent = { key: sheet.key, at: Date.now() };
  }
  // What is saved now could come after the start, which takes the draft away.
  if (sheet?.process && event.target.closest?.("[ng-click='startProcessInstance()']")) {
    sent = { key: sheet.key, at: Date.now() };
  }
}

function wasSentWithin(key, millis) {
  return sent.key === key && Date.now() - sent.at < millis;
}

function trouble({ status, body }) {
  switch (status) {
    case 0:
      return "Sambungan terputus. Isian Anda tetap ada di halaman ini dan disimpan begitu sambungan kembali.";
    case 401:
      return "Sesi Anda sudah berakhir. Isian Anda tetap ada di halaman ini: masuklah lagi di tab lain, lalu lanjutkan di sini.";
    default:
      return body?.message ?? "Draf belum dapat disimpan. Isian Anda tetap ada di halaman ini.";
  }
}

/** Status 0 without a connection. */
async function ask(method, key, body) {
  const sending = body && JSON.stringify(body);
  try {
    const answer = await fetch(`/api/drafts/${key}`, {
      method,
      keepalive: new Blob([sending ?? ""]).size < LARGEST_FAREWELL,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: sending,
    });
    return { ok: answer.ok, status: answer.status, body: await answer.json().catch(() => null) };
  } catch (noConnection) {
    return { ok: false, status: 0, body: null };
  }
}

function tell(mine, sentence, choices = []) {
  say(mine, sentence, choices, false);
}

/** In sight wherever in the form somebody types. */
function warn(mine, sentence, choices = []) {
  say(mine, sentence, choices, true);
}

function say(mine, sentence, choices, urgent) {
  if (mine.place.isConnected) {
    const box = banner(mine.place.parentElement, "semai-draft", mine.place);
    box.classList.toggle("semai-draft-urgent", urgent);
    fill(box, sentence, choices);
  }
}

function banner(parent, style, before = null) {
  const present = parent.querySelector(`:scope > .${style.split(" ").join(".")}`);
  if (present) {
    return present;
  }
  const box = document.createElement("div");
  box.className = style;
  box.setAttribute("role", "status");
  parent.insertBefore(box, before);
  return box;
}

function fill(box, sentence, choices) {
  box.textContent = sentence;
  for (const [label, action] of choices) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-link btn-sm";
    button.textContent = label;
    button.addEventListener("click", action);
    box.append(" ", button);
  }
}

function moment(instant) {
  const then = new Date(instant);
  const time = then.toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
  const today = then.toDateString() === new Date().toDateString();
  return today ? `pukul ${time}` : `${then.toLocaleDateString("id-ID", { day: "numeric", month: "long" })} pukul ${time}`;
}

/** The same for the same answers, in whatever order the server returns them. */
function text(answers) {
  return JSON.stringify(Object.fromEntries(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1))));
}

keepDrafts();
export default undefined;

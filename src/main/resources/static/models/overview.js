/** All models: what needs a look first, then what runs. Looks again every few seconds, as long as the page is in sight. */

import "/camunda/app/tasklist/scripts/session.js";
import { list as migrations } from "./migrations.js";
import { ask, el, findings, inForce, moment, released, renew, running, STATES, still, whileVisible } from "./parts.js";
import { uploading } from "./upload.js";

const EVERY = 3000;
const RELEASES = 12;
const KINDS = { process: "proses", decision: "keputusan", form: "formulir" };
const BEFORE = ["refused", "removed", "earlier"];

const looked = document.getElementById("dilihat");
const attention = document.getElementById("perhatian");
const troubles = document.getElementById("masalah");
const cards = document.getElementById("daftar");
const releases = document.getElementById("rilis");
const advice = document.getElementById("saran");
const moves = document.getElementById("pemindahan");

async function look() {
  try {
    const now = await ask("/api/models");
    looked.textContent = now.lookedAt ? `Folder terakhir dilihat ${moment(now.lookedAt)} oleh ${now.node}.` : "Folder belum dilihat.";
    renew(troubles, needs(now), (parts) => parts.map(problem));
    still(() => (attention.hidden = troubles.children.length === 0));
    show(now.models);
    renew(releases, newest(now.models), (rows) => rows.map(release));
    const warnings = now.findings.filter((finding) => finding.severity === "WARNING");
    renew(advice, warnings, () => warnings.length > 0 && el("details", { id: "saran-semua" }, el("summary", {}, `Saran yang tidak menghalangi rilis (${warnings.length})`), findings(warnings)));
    await migrations(moves, () => true, again);
  } catch (failure) {
    if (failure.sentence) {
      looked.textContent = failure.sentence;
      return failure.status !== 401 && failure.status !== 403;
    }
    throw failure;
  }
  return true;
}

/** What somebody should look at, refused files before all. */
function needs({ failure, models, findings: found, nodes }) {
  const told = new Set(models.flatMap((model) => model.findings).map((finding) => JSON.stringify(finding)));
  const loose = found.filter((finding) => finding.severity === "ERROR" && !told.has(JSON.stringify(finding)));
  const apart = models.filter((model) => model.differs).map((model) => model.name);
  return [
    failure && { title: "Folder tidak dapat dibaca atau dirilis", state: "refused", sentence: `Semai terus mencoba. Penyebabnya: ${failure}`, findings: [] },
    ...models
      .filter((model) => BEFORE.includes(model.state))
      .sort((one, other) => BEFORE.indexOf(one.state) - BEFORE.indexOf(other.state))
      .map((model) => ({ title: model.name, id: model.id, state: model.state, sentence: model.sentence, findings: model.findings, innovations: model.innovations })),
    loose.length > 0 && { title: "Berkas lain di folder", state: "refused", sentence: "Berkas ini tidak dirilis.", findings: loose },
    apart.length > 0 && {
      title: "Isi folder antarsimpul berbeda",
      state: "removed",
      sentence: `${apart.join(", ")} tidak sama di semua simpul (${nodes.map((node) => node.name).join(", ")}). Yang dirilis terakhir yang berlaku; samakan isi foldernya.`,
      findings: [],
    },
  ].filter(Boolean);
}

function problem({ title, id, state, sentence, findings: found, innovations = [] }) {
  return el(
    "article",
    { class: `masalah ${state}`, "data-key": `masalah:${id ?? title}` },
    el("h3", {}, id ? el("a", { href: `/model/${encodeURIComponent(id)}`, id: `masalah-${id}` }, title) : title, el("span", { class: `lencana ${state}` }, id ? STATES[state] : "⚠ Perhatikan")),
    sentence && el("p", {}, sentence),
    found.length > 0 && findings(found),
    innovations.length > 0 &&
      el(
        "details",
        { id: `menjalani-${id}` },
        el("summary", {}, `Inovasi yang sedang menjalaninya (${innovations.length})`),
        el("ul", { class: "baris" }, innovations.map((innovation) => el("li", {}, el("a", { href: `/inovasi/${encodeURIComponent(innovation)}` }, innovation)))),
      ),
  );
}

function show(models) {
  const known = new Map([...cards.children].map((card) => [card.dataset.key, card]));
  const shown = [...models].sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, "id"));
  still(() => {
    shown.forEach((model, at) => {
      const key = `${model.kind}:${model.id}`;
      const card = known.get(key) ?? el("li", { "data-key": key });
      known.delete(key);
      if (cards.children[at] !== card) {
        cards.insertBefore(card, cards.children[at] ?? null);
      }
      renew(card, { ...model, findings: model.findings.length }, () => content(model));
    });
    known.forEach((card) => card.remove());
  });
}

const rank = ({ kind }) => Object.keys(KINDS).indexOf(kind);

function content(model) {
  const current = inForce(model);
  return [
    el(
      "h3",
      {},
      el("a", { href: `/model/${encodeURIComponent(model.id)}`, id: `model-${model.kind}-${model.id}` }, model.name),
      el("span", { class: `lencana ${model.state}` }, STATES[model.state] ?? model.state),
    ),
    el("p", { class: "ket" }, `${KINDS[model.kind] ?? model.kind} · ${model.file ?? model.id}`),
    el("p", {}, current ? `Versi ${current.version} berlaku: ${released(current)}.` : "Belum pernah dirilis."),
    model.kind === "process" && el("p", {}, running(model.versions)),
    model.findings.length > 0 && el("p", { class: "galat" }, `${model.findings.length} kesalahan; lihat di atas.`),
    model.differs && el("p", { class: "galat" }, "Isi folder antarsimpul berbeda."),
  ].filter(Boolean);
}

function newest(models) {
  return models
    .flatMap((model) => model.versions.map(({ version, origin, who, at }) => ({ id: model.id, name: model.name, version, origin, who, at })))
    .sort((one, other) => other.at.localeCompare(one.at))
    .slice(0, RELEASES);
}

function release(it) {
  return el("li", {}, el("a", { href: `/model/${encodeURIComponent(it.id)}`, id: `rilis-${it.id}-${it.version}` }, `${it.name}, versi ${it.version}`), el("span", { class: "ket" }, released(it)));
}

const again = whileVisible(EVERY, look);
again.trouble = looked;
uploading(document.getElementById("unggah"), again);

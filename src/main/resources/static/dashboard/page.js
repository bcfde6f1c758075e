/** The dashboard: what the address asks for, kept up to date as long as it is open. */

import { Attention } from "./attention.js";
import { HeatMaps } from "./heat.js";
import { leave } from "./keluar.js";
import { follow } from "./live.js";
import { fill, frame, PANELS } from "./panels.js";
import { ask, el, still } from "./parts.js";
import { details, Units } from "./units.js";
import { count, ENGLISH, known, label, moment, t } from "./words.js";

const MINUTE = 60_000;
const FILTERS = { pemda: "governments", unit: "units", kecamatan: "districts", tahun: "years", tahap: "stages", jenis: "kinds" };
const { cakupan: scope, masuk: provider, keluar: loggedIn } = document.body.dataset;
const main = document.getElementById("isi");

const stamp = el("p", { class: "segar", role: "status" }, t("memuat"));
const remarks = el("p", { class: "ket", id: "catatan", hidden: true });
const filters = el("form", { class: "saring-dasbor", "aria-label": t("saring.judul") });
const active = el("p", { class: "ket aktif", role: "status", hidden: true });
const board = el("div", { class: "papan" });

let figures = {};
let connection = null;
let over = () => {};
let parts = null;
let shown = null;

/** The filters of the address, and nothing else of it. */
function query() {
  const asked = new URLSearchParams(location.search);
  return new URLSearchParams(Object.keys(FILTERS).flatMap((name) => (asked.get(name) ? [[name, asked.get(name)]] : [])));
}

function shell() {
  document.documentElement.lang = ENGLISH ? "en" : "id";
  document.title = `${t("judul")} · Semai`;
  document.querySelector("header h1").textContent = t("judul");
  document.querySelector("header").append(
    el("nav", { class: "pilihan", "aria-label": t("bahasa") }, scope !== "umum" && !loggedIn && el("a", { href: "/" }, t("beranda")), ...way(), el("a", { href: "/dasbor", hreflang: ENGLISH ? "id" : "en", lang: ENGLISH ? "id" : "en", id: "bahasa" }, t("bahasa"))),
  );
  main.replaceChildren(
    el("p", { class: "lead" }, t("pengantar"), scope !== "semua" && ` ${t(`pengantar.${scope}`)}`, scope === "umum" && loggedIn === "true" && ` ${t("keluar.tanpaUnit")}`),
    stamp,
    remarks,
    el("details", { class: "saringan", open: innerWidth > 700 || [...query()].length > 0 }, el("summary", {}, t("saring.judul")), filters),
    active,
    board,
  );
  filters.addEventListener("change", () => go(new URLSearchParams([...new FormData(filters)].filter(([, value]) => value !== ""))));
  filters.addEventListener("submit", (event) => event.preventDefault());
  // What stands behind the # is a place on this board.
  addEventListener("popstate", () => location.search !== shown && begin());
}

/** In or out, where there is a way; back to this very page. */
function way() {
  const enter = provider && el("a", { href: "/masuk/akun", id: "masuk", on: { click: (event) => (event.currentTarget.href = `/masuk/akun?ke=${encodeURIComponent(location.pathname + location.search)}`) } }, t("masuk", { akun: provider }));
  const exit = loggedIn === "true" && el("button", { type: "button", id: "keluar", on: { click: leave } }, t("keluar"));
  return [enter, exit].filter(Boolean);
}

/** A session that has ended leaves the public figures, which are not those that this page speaks of. */
const isLess = (news) => scope !== "umum" && !news.stages && news.id?.split(".")[0] !== figures.id?.split(".")[0];

/** Another address, which can be sent to somebody and gone back from. */
function go(asked) {
  const address = new URLSearchParams(asked);
  if (ENGLISH) {
    address.set("lang", "en");
  }
  // Units and kecamatan are those of one government.
  if (address.get("pemda") !== query().get("pemda")) {
    address.delete("unit");
    address.delete("kecamatan");
  }
  history.pushState(null, "", [location.pathname, address].filter((part) => String(part) !== "").join("?"));
  begin();
}

/** The same board in the other language. */
function translate() {
  const other = new URLSearchParams(location.search);
  other.set("lang", ENGLISH ? "id" : "en");
  document.getElementById("bahasa").href = `/dasbor?${other}`;
}

/** Builds the board for the address, shows what there is, and goes on. */
async function begin() {
  over();
  shown = location.search;
  translate();
  const mine = query();
  let ended = false;
  let stop = () => {};
  const units = scope === "umum" ? null : new Units(mine);
  const heat = scope === "umum" ? null : new HeatMaps(mine);
  over = () => {
    ended = true;
    stop();
    units?.end();
    heat?.end();
  };
  try {
    const all = await ask(`/dasbor/angka?${mine}`);
    if (isLess(all)) {
      location.reload();
      return;
    }
    figures = all;
  } catch (failure) {
    if (!ended) {
      refused(failure);
      over = retry(failure);
    }
    return;
  }
  if (ended) {
    return;
  }
  parts = { units, heat, attention: new Attention(), sections: PANELS.map((panel) => [panel, frame(panel, mine)]) };
  lay();
  show(new Set(Object.keys(figures)));
  stop = follow(
    mine,
    figures.id,
    (news) => {
      if (isLess(news)) {
        stop();
        connection = { state: "berakhir", at: new Date() };
        freshness();
        return;
      }
      Object.assign(figures, news);
      still(() => show(new Set(Object.keys(news))));
    },
    (state) => {
      connection = { state, at: new Date() };
      freshness();
    },
  );
}

function lay() {
  const sections = parts.sections.map(([, section]) => section);
  board.replaceChildren(parts.attention.section, ...sections, ...[parts.heat?.section, parts.units?.section].filter(Boolean));
  if (parts.units) {
    sections.find((section) => section.dataset.panel === "oneAgency").querySelector(".lembar-angka").before(parts.units.missing);
  }
  main.removeAttribute("aria-busy");
}

/** Draws what has changed, and nothing else. */
function show(changed) {
  connection ??= { state: "tersambung", at: new Date() };
  freshness();
  if (changed.has("choices") || changed.has("filter")) {
    offer();
  }
  parts.attention.renew(figures);
  for (const [panel, section] of parts.sections) {
    if (changed.has(panel.from ?? panel.name)) {
      fill(panel, section, figures);
    }
  }
  if (changed.has("heat")) {
    parts.heat?.renew(figures.heat);
  }
  if (changed.has("totals") || changed.has("oneAgency") || changed.has("stages")) {
    parts.units?.renew();
  }
}

function refused(failure) {
  main.removeAttribute("aria-busy");
  stamp.className = "segar putus";
  stamp.textContent = failure.sentence ?? t("galat.server");
  board.replaceChildren();
}

/** What the server could not answer is asked again; what it does not grant is not. */
function retry(failure) {
  const again = failure.status === 0 || failure.status >= 500;
  const timer = again ? setTimeout(begin, 5_000) : null;
  return () => clearTimeout(timer);
}

function freshness() {
  const { connected, silentSince, catchingUp, lastEvent, lag } = figures.freshness;
  const [kind, words] =
    connection.state === "putus"
      ? ["putus", t("segar.putus", { waktu: moment(connection.at) })]
      : connection.state === "berakhir"
        ? ["putus", t("segar.berakhir")]
        : !connected
          ? ["putus", silentSince ? t("segar.kafka", { waktu: moment(silentSince) }) : t("segar.kafkaBelum")]
          : catchingUp
            ? ["mengejar", t("segar.mengejar")]
            : ["baik", `${t("segar.tersambung")}.${connection.state === "berkala" ? ` ${t("segar.berkala")}` : ""}`];
  const last = lastEvent ? t("segar.terakhir", { waktu: moment(lastEvent) }) : t("segar.belumAda");
  const waiting = lag > 0 ? ` ${t("segar.menunggu", { n: count(lag) })}` : "";
  const said = `${words} ${last}${waiting}`;
  stamp.className = `segar ${kind}`;
  if (stamp.textContent !== said) {
    stamp.textContent = said;
  }
  remark();
}

function remark() {
  const { setAside, incomplete, others } = figures.freshness;
  const said = [
    [setAside, "segar.disisihkan"],
    [incomplete, "segar.taklengkap"],
    [others, "segar.lain"],
  ].filter(([n]) => n > 0);
  remarks.hidden = said.length === 0;
  remarks.textContent = said.map(([n, key]) => t(key, { n: count(n) })).join(" ");
}

function offer() {
  const chosen = query();
  const open = document.activeElement?.id;
  const fields = Object.entries(FILTERS)
    .map(([name, list]) => field(name, (figures.choices[list] ?? []).map((each) => (typeof each === "number" ? { code: String(each), name: String(each) } : each)), chosen.get(name)))
    .filter(Boolean);
  const clear = [...chosen].length > 0 && el("button", { type: "button", id: "hapus", on: { click: () => go(new URLSearchParams()) } }, t("saring.hapus"));
  filters.replaceChildren(...fields, ...[clear].filter(Boolean));
  document.getElementById(open ?? "")?.focus({ preventScroll: true });
  told(chosen);
}

function field(name, choices, chosen) {
  if (choices.length === 0 && !chosen) {
    return null;
  }
  const offered = chosen && !choices.some((each) => each.code === chosen) ? [...choices, { code: chosen, name: chosen }] : choices;
  const select = el("select", { id: `saring-${name}`, name }, el("option", { value: "" }, t("saring.semua")), offered.map((each) => el("option", { value: each.code, selected: each.code === chosen }, label(known(each.name ?? each.code)))));
  return el("div", {}, el("label", { for: `saring-${name}` }, t(`saring.${name}`)), select);
}

function told(chosen) {
  const said = [...chosen].map(([name]) => `${t(`saring.${name}`)} ${document.getElementById(`saring-${name}`)?.selectedOptions[0]?.textContent ?? ""}`);
  active.hidden = said.length === 0;
  active.textContent = said.length === 0 ? "" : t("saring.aktif", { apa: said.join(", ") }) + (figures.totals.innovations === 0 ? ` ${t("saring.kosong")}` : "");
}

/** Whoever reads and chooses is there, although no page is opened: their session goes on. */
function present() {
  let told = Date.now();
  const touch = () => {
    if (Date.now() - told > MINUTE) {
      told = Date.now();
      fetch("/api/sesi", { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" }).catch(() => {});
    }
  };
  ["keydown", "pointerdown"].forEach((event) => addEventListener(event, touch));
}

shell();
await begin();
if (scope !== "umum") {
  details();
  present();
}

/** The units, the innovations of one of them, and the way of one innovation: each at an address of its own. */

import { ask, el, table } from "./parts.js";
import { download } from "./panels.js";
import { count, day, days, known, label, moment, t } from "./words.js";

const FIRST = innerWidth < 700 ? 10 : 25;
const FEW = 12;
const PAUSE = 4_000;

/** The rows come by name, and those that are equal otherwise stay so. */
const ORDERS = {
  perhatian: (a, b) => b.overdue - a.overdue || lacks(b) - lacks(a) || b.open - a.open,
  nama: () => 0,
  banyak: (a, b) => b.innovations - a.innovations,
};
const lacks = (row) => Number(row.active && row.thisYear === 0);

export class Units {
  constructor(query) {
    this.query = query;
    this.rows = [];
    this.all = false;
    this.list = el("div", { class: "gulung", id: "daftar-unit" });
    this.search = el("input", { type: "search", id: "cari-unit", autocomplete: "off", on: { input: () => this.show() } });
    this.order = el("select", { id: "urut-unit", on: { change: () => this.show() } }, Object.keys(ORDERS).map((name) => el("option", { value: name }, t(`units.urut.${name}`))));
    this.note = el("p", { class: "ket", role: "status" });
    this.section = el(
      "section",
      { class: "panel lebar-12", "data-panel": "units", "aria-labelledby": "p-units", hidden: true },
      el("h2", { id: "p-units" }, t("units")),
      el("p", { class: "ket" }, t("units.ket")),
      el(
        "div",
        { class: "cari" },
        el("p", {}, el("label", { for: "cari-unit" }, t("units.cari")), this.search),
        el("p", {}, el("label", { for: "urut-unit" }, t("units.urut")), this.order),
      ),
      this.list,
      this.note,
      download("units", query),
    );
    this.missing = el("div", { class: "belum" });
  }

  /** Reads the rows anew, at most once in a while; the last call is never lost. */
  renew() {
    const pause = this.readAt ? Math.max(0, this.readAt + PAUSE - Date.now()) + Math.random() * 1_000 : 0;
    this.timer ??= setTimeout(async () => {
      this.timer = null;
      this.readAt = Date.now();
      await this.read().catch(() => {});
    }, pause);
  }

  async read() {
    const { rows, total, without } = await ask(`/dasbor/unit?${this.query}`);
    if (this.over) {
      return;
    }
    Object.assign(this, { rows, total, without });
    this.section.hidden = false;
    this.show();
    this.showMissing();
  }

  show() {
    const words = this.search.value.trim().toLowerCase();
    const found = this.rows.filter((row) => [row.name, row.district, row.governmentName].join(" ").toLowerCase().includes(words)).sort(ORDERS[this.order.value]);
    const shown = this.all ? found : found.slice(0, FIRST);
    const several = new Set(this.rows.map((row) => row.government)).size > 1;
    this.list.replaceChildren(table(t("units"), columns(several), shown));
    const more = found.length > shown.length && el("button", { type: "button", on: { click: () => this.showAll() } }, t("units.semua", { n: count(found.length) }));
    const part = this.total > this.rows.length && el("span", {}, t("units.sebagian", { a: count(this.rows.length), b: count(this.total) }));
    this.note.replaceChildren(...[more, part].filter(Boolean));
  }

  showAll() {
    this.all = true;
    this.show();
  }

  /** Those of the movement "one agency, one innovation" that have none. */
  showMissing() {
    const open = this.missing.querySelector("details")?.open ?? false;
    const { rows, total } = this.without;
    this.missing.replaceChildren(
      total === 0
        ? el("p", { class: "baik" }, t("oneAgency.semuaPunya"))
        : el(
            "details",
            { open: open || total <= FEW },
            el("summary", {}, t("oneAgency.siapa", { n: count(total) })),
            el("ul", { class: "kolom" }, rows.map((row) => el("li", {}, el("a", { href: `#unit/${encodeURIComponent(row.unit)}` }, row.name), row.district ? ` · ${row.district}` : ""))),
            total > rows.length && el("p", { class: "ket" }, t("units.sebagian", { a: count(rows.length), b: count(total) })),
          ),
    );
  }

  end() {
    this.over = true;
    clearTimeout(this.timer);
  }
}

const columns = (several) =>
  [
    [t("kolom.namaUnit"), (row) => unitLink(row)],
    several && [t("kolom.governmentName"), (row) => known(row.governmentName)],
    [t("kolom.district"), (row) => row.district],
    [t("kolom.thisYear"), (row) => row.thisYear, "n"],
    [t("kolom.innovations"), (row) => row.innovations, "n"],
    [t("kolom.open"), (row) => row.open, "n"],
    [t("kolom.overdue"), (row) => (row.overdue > 0 ? el("strong", { class: "awas" }, `!\u00a0${count(row.overdue)}`) : row.overdue), "n"],
    [t("kolom.adopted"), (row) => row.adopted, "n"],
    [t("kolom.stopped"), (row) => row.stopped, "n"],
  ].filter(Boolean);

const unitName = (name) => known(name, "unitBelumDiketahui");

function unitLink(row) {
  return el(
    "span",
    {},
    el("a", { href: `#unit/${encodeURIComponent(row.unit)}` }, unitName(row.name)),
    row.active === false && row.name !== "?" && el("span", { class: "ket" }, ` (${t("units.takAktif")})`),
  );
}

/** Opens what the address names behind its #, above the board. */
export function details() {
  const sheet = el("div", { class: "lembar" });
  const dialog = el("dialog", { "aria-labelledby": "lembar-judul" }, el("p", { class: "tutup" }, el("button", { type: "button", on: { click: () => dialog.close() } }, `✕ ${t("units.tutup")}`)), sheet);
  let names = new Map();
  dialog.addEventListener("close", () => {
    if (location.hash) {
      history.replaceState(null, "", location.pathname + location.search);
    }
  });
  document.body.append(dialog);

  const look = async () => {
    const [kind, code] = location.hash.slice(1).split("/");
    const page = { unit: unitSheet, inovasi: innovationSheet }[kind];
    if (!page || !code) {
      dialog.close();
      return;
    }
    const id = decodeURIComponent(code);
    try {
      sheet.replaceChildren(...(await page(id)));
    } catch (failure) {
      sheet.replaceChildren(el("h2", { id: "lembar-judul", tabindex: "-1" }, t("judul")), el("p", { class: "galat", role: "alert" }, failure.sentence ?? t("galat.server")));
    }
    if (!dialog.open) {
      dialog.showModal();
    }
    dialog.scrollTop = 0;
    sheet.querySelector("h2").focus();
  };
  addEventListener("hashchange", look);
  look();
}

async function unitSheet(code) {
  const { unit, innovations } = await ask(`/dasbor/unit/${encodeURIComponent(code)}`);
  return [
    el("h2", { id: "lembar-judul", tabindex: "-1" }, unitName(unit.name)),
    el("p", { class: "ket" }, [label(unit.kind), unit.district, known(unit.governmentName)].filter(Boolean).join(" · ")),
    innovations.length === 0
      ? el("p", {}, t("units.kosong"))
      : el("ul", { class: "kartu" }, innovations.map((row) => el("li", {}, el("a", { href: `#inovasi/${encodeURIComponent(row.id)}` }, row.title), provisional(row), el("p", { class: "ket" }, standing(row))))),
  ];
}

const provisional = (row) => row.titleProvisional && el("span", { class: "ket" }, ` (${t("units.sementara")})`);

function standing(row) {
  const where = label(row.outcome ? (row.outcomeName ?? row.outcome) : (row.stageName ?? row.stage ?? ""));
  const long = t(row.outcome ? "units.selama" : "units.sejak", { n: days(row.days) });
  return el("span", {}, [row.year, label(row.kindName), where, long].filter(Boolean).join(" · "), row.overdue && el("strong", { class: "awas" }, ` ! ${t("units.lewat")}`));
}

async function innovationSheet(id) {
  const way = await ask(`/dasbor/inovasi/${encodeURIComponent(id)}`);
  return [
    el("p", { class: "kembali" }, el("a", { href: `#unit/${encodeURIComponent(way.unit)}` }, `← ${t("units.kembali", { nama: unitName(way.unitName) })}`)),
    el("h2", { id: "lembar-judul", tabindex: "-1" }, way.title),
    el("p", { class: "ket" }, [unitName(way.unitName), known(way.governmentName), way.year, label(way.kindName)].filter(Boolean).join(" · "), provisional(way)),
    el("p", { class: "keadaan" }, state(way), way.overdue && el("strong", { class: "awas" }, ` ! ${t("units.lewat")}`)),
    !way.whole && el("p", { class: "galat" }, t("jalan.taklengkap")),
    el("ol", { class: "semai-case semai-stages" }, way.stays.map((stay) => stage(stay, way))),
    facts(way),
    measures(way),
  ].filter(Boolean);
}

function state(way) {
  const n = days(way.days);
  const why = way.reasonName ? ` (${label(way.reasonName)})` : "";
  return way.finished ? t("jalan.selesai", { hasil: label(way.outcomeName ?? way.outcome) + why, n }) : t("jalan.berjalan", { n });
}

function stage(stay, way) {
  const open = !stay.left && !way.finished;
  const kind = open ? "semai-open" : stay.cancelled ? "semai-cancelled" : "";
  return el(
    "li",
    { class: `semai-stage semai-depth-${Math.min(stay.depth, 2)} ${kind}` },
    el("h3", {}, label(stay.name ?? stay.stage), el("small", {}, remarks(stay, open))),
    el("p", { class: "semai-dates" }, dates(stay, open)),
    stay.due && (open || stay.overdue) && el("p", { class: stay.overdue ? "semai-late" : "semai-dates" }, (stay.overdue ? "! " : "") + t("jalan.batas", { waktu: moment(stay.due) })),
  );
}

function remarks(stay, open) {
  const outcome = stay.cancelled ? t("jalan.batal") : label(stay.outcomeName);
  return [stay.visit > 1 ? t("jalan.ulang", { n: stay.visit }) : null, open ? t("jalan.sekarang") : outcome, label(stay.reasonName)].filter(Boolean).join(" · ");
}

function dates(stay, open) {
  const from = stay.entered ? day(stay.entered) : "…";
  const to = stay.left ? day(stay.left) : open ? t("jalan.sekarang") : "…";
  return `${from === to ? from : `${from} – ${to}`} · ${stay.days < 1 ? t("kurangSehari") : t("hari", { n: days(stay.days) })}`;
}

function facts(way) {
  const known = [
    [t("jalan.mulai"), way.started && moment(way.started)],
    [t("jalan.akhir"), way.finished && moment(way.finished)],
    [t("jalan.instrumen"), label(way.instrumentName)],
    [t("jalan.tuntutan"), way.sources?.map(label).join(", ")],
  ].filter(([, value]) => value);
  return el("dl", { class: "semai-facts" }, known.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

function measures(way) {
  const list = way.measures ?? [];
  return list.length === 0
    ? null
    : table(
        t("jalan.hasil"),
        [
          [t("kolom.indicator"), (row) => row.indicator ?? t(`dimensi.${row.dimension}`)],
          [t("kolom.baseline"), (row) => row.baseline, "n"],
          [t("kolom.target"), (row) => row.target, "n"],
          [t("kolom.after"), (row) => row.after, "n"],
        ],
        list,
      );
}

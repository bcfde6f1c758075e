/** Running innovations move to another version: the plan, its start, how far it is, and what became of each. */

import { ask, button, confirmed, count, el, moment, renew, table, tell } from "./parts.js";

const STATES = { running: "sedang berjalan", paused: "dijeda", done: "selesai" };
const ROWS = { waiting: "menunggu", moved: "✓ pindah", stays: "tetap di versi lama", ended: "sudah berakhir", failed: "✕ gagal" };
const EFFECTS = { STAYS: "Tetap: ", LOOK: "Periksa: " };

function innovation(id, instance) {
  return id ? el("a", { href: `/inovasi/${encodeURIComponent(id)}` }, id) : `Bukan inovasi (${instance})`;
}

/** Shows the plan, and starts it once somebody has said so. */
export async function plan(place, { process, from, to }, started) {
  try {
    place.replaceChildren(el("p", {}, "Menyusun rencana…"));
    const found = await ask(`/api/migrations/plan?${new URLSearchParams({ process, from, to })}`);
    place.replaceChildren(...shown(found, () => start(place, found, started)));
  } catch (failure) {
    tell(place, failure);
  }
}

function shown(found, go) {
  const staying = found.instances - found.moving;
  const places = found.places.filter((each) => each.waiting > 0 || each.reasons.length > 0 || each.target !== each.element);
  const quiet = found.places.length - places.length;
  return [
    el("h3", {}, `Rencana: versi ${found.fromVersion} → versi ${found.toVersion}`),
    el(
      "p",
      { class: "lead-kecil" },
      `${count(found.instances)} sedang berjalan di versi ${found.fromVersion}: `,
      el("strong", {}, `${count(found.moving)} pindah`),
      ", ",
      el("strong", {}, `${count(staying)} tetap`),
      ".",
    ),
    places.length > 0 &&
      table(
        "Dari mana ke mana",
        ["Elemen", "Menjadi", "Menunggu di sini", "Yang perlu diketahui"],
        places.map((each) => ({
          attributes: { "data-elemen": each.element },
          cells: [
            each.name || each.element,
            target(each),
            count(each.waiting) + (each.drafts > 0 ? ` (${count(each.drafts)} isian belum dikirim)` : ""),
            reasons(each.reasons),
          ],
        })),
      ),
    quiet > 0 && el("p", { class: "ket" }, `${count(quiet)} elemen lain tidak berubah dan tidak ada yang menunggu di sana.`),
    found.staying.length > 0 && [
      el("h4", {}, "Yang tetap di versi lama, dan sebabnya"),
      el(
        "ul",
        { class: "baris laporan" },
        found.staying.map((each) => el("li", {}, innovation(each.innovation, each.instance), ": ", each.reasons.join(" "))),
      ),
      found.staying.length < staying && el("p", { class: "ket" }, `Hanya ${count(found.staying.length)} yang pertama ditampilkan.`),
    ],
    found.moving > 0
      ? button(`Pindahkan ${count(found.moving)} ke versi ${found.toVersion}…`, go, { class: "utama", id: "pindahkan" })
      : el("p", {}, "Tidak ada yang dapat dipindahkan dengan rencana ini."),
  ]
    .flat()
    .filter(Boolean);
}

function target({ type, element, target: other }) {
  if (type === "process") {
    return "seluruh proses";
  }
  return other === null ? "tidak ada lagi" : other === element ? "elemen yang sama" : other;
}

function reasons(all) {
  return all.length === 0
    ? "–"
    : el("ul", { class: "alasan" }, all.map((reason) => el("li", { class: reason.effect.toLowerCase() }, el("strong", {}, EFFECTS[reason.effect] ?? ""), reason.sentence)));
}

async function start(place, found, started) {
  const sure = await confirmed(
    `Pindahkan ke versi ${found.toVersion}?`,
    [
      `${count(found.moving)} dari ${count(found.instances)} yang berjalan di versi ${found.fromVersion} pindah satu per satu; tugas, isian, dan pemegangnya ikut. Orang dapat terus bekerja.`,
      found.instances > found.moving && `${count(found.instances - found.moving)} tetap di versi ${found.fromVersion} dan tercantum dalam laporan.`,
      "Pemindahan dapat dijeda, tetapi yang sudah pindah tidak kembali dengan sendirinya.",
    ],
    "Pindahkan",
  );
  if (!sure) {
    return;
  }
  try {
    await ask("/api/migrations", {
      method: "POST",
      json: { process: found.process, from: found.fromVersion, to: found.toVersion, digest: found.digest },
    });
    place.replaceChildren(el("p", { class: "baik", role: "status" }, "✓ Pemindahan dimulai. Kemajuannya ada di bawah."));
    started();
  } catch (failure) {
    place.prepend(el("p", { class: "galat", role: "alert" }, failure.sentence));
  }
}

/** All of them, the newest first; answers whether one is under way. */
export async function list(place, belongs, again) {
  const all = (await ask("/api/migrations")).filter(belongs);
  if (all.length === 0) {
    renew(place, [], () => el("p", {}, "Belum pernah ada pemindahan."));
    return false;
  }
  if (place.firstElementChild?.tagName !== "OL") {
    place.known = null;
    place.replaceChildren(el("ol", { class: "baris" }));
  }
  const items = place.firstElementChild;
  all.forEach((migration, at) => {
    const key = `pindah:${migration.id}`;
    let item = items.querySelector(`:scope > [data-key="${CSS.escape(key)}"]`);
    if (!item) {
      item = el("li", { "data-key": key }, el("div"), report(migration.id));
      items.insertBefore(item, items.children[at] ?? null);
    }
    renew(item.firstElementChild, migration, () => progress(migration, again));
  });
  return all.some((migration) => migration.state === "running");
}

function progress(it, again) {
  const all = it.waiting + it.moved + it.stays + it.ended + it.failed;
  const settled = all - it.waiting;
  const parts = [
    `${count(it.moved)} pindah`,
    `${count(it.stays)} tetap`,
    it.failed > 0 && `${count(it.failed)} gagal`,
    it.ended > 0 && `${count(it.ended)} sudah berakhir`,
    it.waiting > 0 && `${count(it.waiting)} menunggu`,
  ].filter(Boolean);
  const pass = async (deed) => {
    await ask(`/api/migrations/${it.id}/${deed}`, { method: "POST", json: {} }).catch((failure) => tell(again.trouble, failure));
    again();
  };
  return [
    el("strong", {}, `${it.process}: versi ${it.fromVersion} → ${it.toVersion}`),
    el("span", { class: `lencana ${it.state === "done" ? "live" : "waiting"}` }, STATES[it.state] ?? it.state),
    el("progress", { max: Math.max(all, 1), value: all === 0 ? 1 : settled, "aria-label": `Kemajuan pemindahan ${it.process} versi ${it.fromVersion} ke ${it.toVersion}` }),
    el("p", {}, `${count(settled)} dari ${count(all)} selesai: ${parts.join(", ")}.`),
    el("p", { class: "ket" }, `Dimulai ${it.orderedBy ? `oleh ${it.orderedBy}` : "oleh Semai"}, ${moment(it.orderedAt)}${it.finishedAt ? `; selesai ${moment(it.finishedAt)}` : ""}`),
    it.state === "running" && button("Jeda", () => pass("pause"), { id: `jeda-${it.id}` }),
    it.state === "paused" && button("Lanjutkan", () => pass("resume"), { id: `lanjut-${it.id}` }),
  ].filter(Boolean);
}

/** What became of each, a page at a time, once somebody wants to know. */
function report(id) {
  const rows = el("ul", { class: "baris laporan" });
  const more = el("p", {});
  const load = async (after) => {
    try {
      const page = await ask(`/api/migrations/${id}?${new URLSearchParams({ after })}`);
      rows.append(
        ...page.rows.map((row) =>
          el("li", { "data-keadaan": row.state }, innovation(row.innovation, row.instance), ` · ${ROWS[row.state] ?? row.state}`, row.reason && el("span", { class: "ket" }, row.reason)),
        ),
      );
      more.replaceChildren(page.next ? button("Tampilkan berikutnya", () => load(page.next)) : "");
      if (rows.children.length === 0) {
        rows.append(el("li", {}, "Belum ada isinya."));
      }
    } catch (failure) {
      tell(more, failure);
    }
  };
  return el(
    "details",
    {
      on: {
        toggle: (event) => {
          if (event.target.open) {
            rows.replaceChildren();
            load("");
          }
        },
      },
    },
    el("summary", {}, "Laporan per inovasi"),
    rows,
    more,
  );
}

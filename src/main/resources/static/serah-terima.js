/** Sends the order as JSON, which a page of another site cannot do in a person's name. */

import "/camunda/app/tasklist/scripts/session.js";

const form = document.getElementById("serah-terima");
const trouble = document.getElementById("galat");
const boxes = form ? [...form.querySelectorAll("[name=tugas]:enabled")] : [];

document.getElementById("semua")?.addEventListener("click", () => boxes.forEach((box) => (box.checked = true)));
document.getElementById("kosong")?.addEventListener("click", () => boxes.forEach((box) => (box.checked = false)));

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button.utama");
  button.disabled = true;
  trouble.hidden = true;
  const { status, body } = await send({
    giver: form.dataset.dari,
    receiver: form.dataset.kepada,
    reason: new FormData(form).get("alasan"),
    note: form.elements.keterangan.value,
    tasks: boxes.filter((box) => box.checked).map((box) => box.value),
  });
  if (status === 200) {
    location.assign(`/serah-terima?tercatat=${encodeURIComponent(body.batch)}`);
    return;
  }
  button.disabled = false;
  trouble.textContent = body?.message ?? "Belum ada yang diserahkan: sambungan terputus atau server bermasalah. Cobalah lagi.";
  trouble.hidden = false;
});

/** Status 0 without a connection. */
async function send(order) {
  try {
    const answer = await fetch("/api/serah-terima", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(order),
    });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch (noConnection) {
    return { status: 0, body: null };
  }
}

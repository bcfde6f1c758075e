/** The page where a password is changed: sends JSON, which a page of another site cannot do in a person's name. */

import "/camunda/app/tasklist/scripts/session.js";

const form = document.getElementById("sandi");
const trouble = document.getElementById("galat");

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { lama, baru, ulang } = form.elements;
  if (baru.value !== ulang.value) {
    tell("Kedua isian kata sandi baru belum sama.");
    return;
  }
  const button = form.querySelector("button.utama");
  button.disabled = true;
  const { status, body } = await send("POST", "/api/sandi", { present: lama.value, fresh: baru.value });
  button.disabled = false;
  if (status === 200) {
    form.hidden = true;
    form.reset();
    document.getElementById("selesai").hidden = false;
  } else {
    tell(body?.message ?? "Kata sandi belum diganti: sambungan terputus atau server bermasalah. Cobalah lagi.");
  }
});

document.getElementById("keluar")?.addEventListener("click", async () => {
  const { status, farewell } = await send("DELETE", "/api/sesi");
  if (status >= 200 && status < 300) {
    location.assign(farewell ?? "/");
  } else {
    tell("Anda belum keluar: sambungan terputus atau server bermasalah. Cobalah lagi.");
  }
});

function tell(sentence) {
  trouble.textContent = sentence;
  trouble.hidden = false;
}

/** Status 0 without a connection; the farewell is where the session at the provider of the account is ended. */
async function send(method, path, content) {
  try {
    const answer = await fetch(path, {
      method,
      headers: content ? { "Content-Type": "application/json" } : {},
      body: content && JSON.stringify(content),
    });
    const farewell = answer.headers.get("Semai-Keluar");
    return { status: answer.status, body: await answer.json().catch(() => null), farewell };
  } catch (noConnection) {
    return { status: 0, body: null };
  }
}

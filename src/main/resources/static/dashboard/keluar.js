/** Ends the session here, and leads to where that at the provider of the account is ended. */

export async function leave() {
  const answer = await fetch("/api/sesi", { method: "DELETE" }).catch(() => null);
  if (answer?.ok) {
    location.assign(answer.headers.get("Semai-Keluar") ?? "/dasbor");
  }
}

document.getElementById("keluar")?.addEventListener("click", leave);

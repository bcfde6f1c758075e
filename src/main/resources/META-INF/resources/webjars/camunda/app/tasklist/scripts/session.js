/**
 * A session lasts while somebody is there: tells the server of keys and pointers, at most once a minute, since what these
 * pages ask for by themselves does not count. Leads whoever still has a first password to where it is changed, and whoever
 * logs out to where the session at the provider of their account is ended, too.
 */

const PULSE_EVERY = 60_000;
const MUST_CHANGE = "Semai-Kata-Sandi";
const FAREWELL = "Semai-Keluar";

let lastPulse = 0;

function pulse() {
  if (Date.now() - lastPulse >= PULSE_EVERY) {
    lastPulse = Date.now();
    fetch("/api/sesi", { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" }).catch(() => {});
  }
}

function watchAnswers() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (...request) {
    this.addEventListener("load", () => {
      if (this.status === 403 && this.getResponseHeader(MUST_CHANGE)) {
        location.assign("/sandi");
      }
      const farewell = this.status < 300 && this.getResponseHeader(FAREWELL);
      if (farewell) {
        location.assign(farewell);
      }
    });
    open.apply(this, request);
  };
}

for (const use of ["keydown", "pointerdown", "wheel", "touchstart"]) {
  addEventListener(use, pulse, { capture: true, passive: true });
}
watchAnswers();
export default undefined;

/** Hears of changes as long as the page is open, and says so when it cannot. */

import { ask } from "./parts.js";

const PATIENCE = 5_000;
const PAUSE = 15_000;

/**
 * @param query the filters, as in the address
 * @param news takes what has changed
 * @param state takes "tersambung", "putus", "berkala" or "berakhir"
 * @return ends it
 */
export function follow(query, id, news, state) {
  let source = null;
  let lost = null;
  let pause = null;
  let over = false;

  const open = () => {
    const address = new URLSearchParams(query);
    address.set("sejak", id);
    source = new EventSource(`/dasbor/langsung?${address}`);
    source.addEventListener("open", () => {
      clearTimeout(lost);
      lost = null;
      state("tersambung");
    });
    source.addEventListener("angka", (event) => {
      id = event.lastEventId;
      news(JSON.parse(event.data));
    });
    source.addEventListener("error", () => {
      // A stream ends now and then, and the browser comes again; only what lasts is told.
      lost ??= setTimeout(() => state("putus"), PATIENCE);
      if (source.readyState === EventSource.CLOSED) {
        fall();
      }
    });
  };

  /** Refused: why is told by an ordinary request, which also brings what is new. */
  const fall = async () => {
    source.close();
    let failure = null;
    try {
      const whole = await ask(`/dasbor/angka?${query}`);
      if (over) {
        return;
      }
      id = whole.id;
      news(whole);
      if (over) {
        return;
      }
      clearTimeout(lost);
      lost = null;
      state("berkala");
    } catch (trouble) {
      failure = trouble;
    }
    if (failure?.status === 401 || failure?.status === 403) {
      clearTimeout(lost);
      state("berakhir");
    } else if (!over) {
      pause = setTimeout(open, PAUSE);
    }
  };

  open();
  return () => {
    over = true;
    clearTimeout(lost);
    clearTimeout(pause);
    source.close();
  };
}

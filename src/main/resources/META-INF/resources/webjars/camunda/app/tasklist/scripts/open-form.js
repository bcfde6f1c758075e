/** The form of the task that is open in Tasklist: where it is, and how to get at what it holds. */

/** The form that can be typed into: what it held at first, how to read what was typed since, and how to fill it. */
export function openForm() {
  const task = /[?&]task=([^&]+)/.exec(location.hash)?.[1];
  const rows = document.querySelector("form.semai-rows");
  const container = formJsContainer();
  if (!task || !document.querySelector("[ng-click='unclaim()']")) {
    return null;
  }
  if (rows?.semaiSheet) {
    return { task, place: rows, ...typedInto(rows.semaiSheet) };
  }
  const form = formJs();
  return form?._getState().schema ? { task, place: container, ...typedInto(ofFormJs(form)) } : null;
}

function formJsContainer() {
  return document.querySelector(".task-card .fjs-container, [cam-tasklist-form] .fjs-container");
}

/** The form-js instance on the page; null for other kinds of forms. */
export function formJs() {
  const container = formJsContainer();
  return container && formIn(container.__k);
}

/** form-js hands its services down the tree that it draws. */
function formIn(node) {
  if (!node || typeof node !== "object") {
    return null;
  }
  const services = node.props?.value;
  if (typeof services?.getService === "function") {
    return services.getService("form", false);
  }
  for (const child of node.__k ?? []) {
    const found = formIn(child);
    if (found) {
      return found;
    }
  }
  return null;
}

function ofFormJs(form) {
  return {
    before: form._getState().initialData,
    read: () => form._getState().data,
    write: (data) => form._setState({ data: { ...form._getState().data, ...data } }),
  };
}

/** Somebody may type before this script has looked: only what the form held at first is not typed. */
function typedInto(form) {
  const before = plain(form.before);
  return {
    read: () => Object.fromEntries(Object.entries(plain(form.read())).filter(([key, value]) => !same(value, before[key]))),
    write: (answers) => form.write({ ...before, ...answers }),
  };
}

function plain(data) {
  return JSON.parse(JSON.stringify(data ?? {}));
}

/** An untouched field may hold nothing or be empty. */
function same(one, other) {
  return JSON.stringify(one || null) === JSON.stringify(other || null) || (isEmpty(one) && isEmpty(other));
}

function isEmpty(value) {
  return !value || (Array.isArray(value) && value.length === 0);
}

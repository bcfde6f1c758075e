/** Draws where a case stands in its models: the process that it is in, and those around and before it. */

const LIBRARY = "/webjars/bpmn-visualization/dist/bpmn-visualization.min.js";
const PASSED = { fill: { color: "#dcebdf" }, stroke: { color: "#6f9a7b" } };
const AROUND = { stroke: { color: "#b25e00", width: 2 } };
const HERE = { fill: { color: "#ffe3b8" }, stroke: { color: "#b25e00", width: 3 } };
/** Smaller than this nobody can read it; then it is scrolled instead. */
const READABLE = 0.55;

/** Fills the place with the diagrams of the case at this address; what goes wrong is told there in a sentence. */
export async function diagram(place, root) {
  try {
    const models = await ask(`${root}/diagrams`);
    await library();
    place.replaceChildren();
    offer(place, models, (model, canvas) => draw(root, model, canvas));
  } catch (trouble) {
    tell(place, trouble.sentence ?? "Diagram alur tidak dapat ditampilkan saat ini. Muat ulang halaman untuk mencoba lagi.");
  }
}

export function tell(place, sentence) {
  const box = document.createElement("p");
  box.className = "semai-told";
  box.setAttribute("role", "status");
  box.textContent = sentence;
  place.replaceChildren(box);
}

/** The body of an answer; an error that holds a sentence for people if there is none. */
export async function ask(address, read = (answer) => answer.json()) {
  const answer = await fetch(address).catch(() => {
    throw trouble("Sambungan terputus. Coba lagi setelah sambungan kembali.");
  });
  if (answer.ok) {
    return read(answer);
  }
  switch (answer.status) {
    case 401:
      throw trouble("Sesi Anda sudah berakhir. Masuklah lagi, lalu buka halaman ini.");
    case 404:
      throw trouble("Perkara ini tidak ada, atau bukan milik perangkat daerah yang dapat Anda lihat.");
    default:
      throw trouble("Server belum dapat menjawab. Coba lagi sebentar lagi.");
  }
}

function trouble(sentence) {
  return Object.assign(new Error(sentence), { sentence });
}

/** Loaded once a page. */
let loading = null;

function library() {
  loading ??= new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = LIBRARY;
    script.onload = () => loaded(window.bpmnvisu);
    script.onerror = () => {
      loading = null;
      failed(trouble("Penggambar diagram tidak dapat dimuat; perjalanan inovasi tetap dapat dibaca tanpa diagram."));
    };
    document.head.append(script);
  });
  return loading;
}

/** Names in models are text, whatever they hold; the library would take them for HTML. */
export async function drawingIn(container) {
  const { BpmnVisualization } = await library();
  const drawing = new BpmnVisualization({ container });
  const label = drawing.graph.getLabel;
  drawing.graph.getLabel = function (cell) {
    return asText(label.call(this, cell));
  };
  // The library would keep fingers from scrolling.
  container.style.touchAction = "auto";
  return drawing;
}

function asText(label) {
  return typeof label === "string" ? label.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;") : label;
}

function offer(place, models, show) {
  const choices = document.createElement("div");
  choices.className = "semai-models";
  choices.setAttribute("role", "group");
  choices.setAttribute("aria-label", "Proses yang dilalui");
  const sheet = document.createElement("div");
  place.classList.add("semai-case");
  place.append(choices, sheet);
  const buttons = models.map((model) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = title(model);
    button.addEventListener("click", () => choose(model));
    choices.append(button);
    return button;
  });
  const choose = async (model) => {
    buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(models[at] === model)));
    try {
      await show(model, sheet);
    } catch (failure) {
      tell(sheet, failure.sentence ?? `Diagram «${model.name}» tidak dapat digambar.`);
    }
  };
  return choose(models.filter((model) => model.running).pop() ?? models[0]);
}

function title({ name, round, running }) {
  return name + (round > 1 ? `, kali ke-${round}` : "") + (running ? "" : " (selesai)");
}

async function draw(root, model, sheet) {
  const { xml, here, around, passed } = await ask(`${root}/diagrams/${encodeURIComponent(model.id)}`);
  sheet.replaceChildren();
  const tools = legend();
  const canvas = document.createElement("div");
  canvas.className = "semai-canvas";
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "img");
  sheet.append(tools, canvas);
  const drawing = await drawingIn(canvas);
  drawing.load(xml);
  const elements = drawing.bpmnElementsRegistry;
  mark(elements, passed, "semai-passed", PASSED);
  mark(elements, around, "semai-around", AROUND);
  mark(elements, here, "semai-here", HERE);
  canvas.setAttribute("aria-label", described(elements, model, here));
  tools.append(...lenses(drawing, canvas, here));
}

function mark(elements, ids, style, colours) {
  if (ids.length > 0) {
    elements.addCssClasses(ids, style);
    elements.updateStyle(ids, colours);
  }
}

/** What the picture says, for who cannot see it. */
function described(elements, model, here) {
  const names = elements.getElementsByIds(here).map(({ bpmnSemantic }) => bpmnSemantic.name || bpmnSemantic.id);
  return names.length > 0
    ? `Diagram ${model.name}; sekarang pada: ${names.join(", ")}`
    : `Diagram ${model.name}; sudah selesai dilalui`;
}

function legend() {
  const tools = document.createElement("div");
  tools.className = "semai-tools";
  for (const [style, words] of [
    ["semai-legend semai-here", "Sedang berlangsung"],
    ["semai-legend", "Sudah dilalui"],
  ]) {
    const item = document.createElement("span");
    item.className = style;
    item.textContent = words;
    tools.append(item);
  }
  return tools;
}

/** Two ways to look: the whole, and the place where it stands at a size that can be read. */
export function lenses(drawing, canvas, here) {
  const whole = () => {
    drawing.navigation.fit({ type: "Center", margin: 20 });
    canvas.scrollTo(0, 0);
  };
  const near = () => {
    drawing.navigation.fit({ type: "None" });
    center(canvas, canvas.querySelector(`[data-bpmn-id="${CSS.escape(here[0] ?? "")}"]`));
  };
  const { width } = canvas.querySelector("svg > g").getBBox();
  canvas.clientWidth / width >= READABLE ? whole() : near();
  return [
    ["Lihat seluruhnya", whole],
    ["Perbesar", near],
  ].map(([words, look]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", look);
    return button;
  });
}

export function center(canvas, element) {
  if (element) {
    const [frame, box] = [canvas.getBoundingClientRect(), element.getBoundingClientRect()];
    canvas.scrollBy(
      box.x + box.width / 2 - (frame.x + frame.width / 2),
      box.y + box.height / 2 - (frame.y + frame.height / 2),
    );
  }
}

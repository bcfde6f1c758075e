/** Two tabs beside a task's form: the journey of its innovation, and the diagram of where it stands. */

const DRAWER = "/cases/diagram.js";

const JOURNEY = tab("semai-journey", "Perjalanan", 960, async (place, task, { ask, tell }) => {
  const { id, innovation } = await ask(`/api/tasks/${encodeURIComponent(task)}/case`);
  if (!innovation) {
    tell(place, "Tugas ini milik workshop, bukan milik satu inovasi. Perjalanan tiap inovasi terlihat pada tugas-tugasnya sendiri.");
    return;
  }
  const page = `/inovasi/${encodeURIComponent(id)}`;
  place.innerHTML = await ask(`${page}/perjalanan`, (answer) => answer.text());
  place.prepend(link(page));
});

const DIAGRAM = tab("semai-diagram", "Diagram alur", 950, async (place, task, { ask, diagram }) => {
  const { id } = await ask(`/api/tasks/${encodeURIComponent(task)}/case`);
  await diagram(place, `/api/cases/${encodeURIComponent(id)}`);
});

/** Whatever goes wrong is a sentence in the tab; Tasklist itself goes on. */
function tab(id, label, priority, fill) {
  return {
    id,
    pluginPoint: "tasklist.task.detail",
    label,
    priority,
    render: (node, { taskId }) => {
      const place = document.createElement("div");
      place.className = "semai-tab";
      place.textContent = "Memuat …";
      node.append(place);
      import(DRAWER)
        .then((drawer) => fill(place, taskId, drawer).catch((trouble) => drawer.tell(place, sentence(trouble))))
        .catch((trouble) => (place.textContent = sentence(trouble)));
    },
    unmount: () => {},
  };
}

function sentence(trouble) {
  return trouble.sentence ?? "Bagian ini tidak dapat ditampilkan saat ini. Tugas Anda tetap dapat dikerjakan.";
}

function link(page) {
  const line = document.createElement("p");
  const anchor = document.createElement("a");
  anchor.href = page;
  anchor.target = "_blank";
  anchor.textContent = "Buka halaman inovasi ini";
  line.append(anchor);
  return line;
}

export default [JOURNEY, DIAGRAM];

/** Names for what Camunda's pages show as a picture only, for those who do not see it. */

const NAMES = [
  [".region-toggle[data-region='filters']", "Tampilkan atau sembunyikan daftar filter"],
  [".region-toggle[data-region='list']", "Tampilkan atau sembunyikan daftar tugas"],
  [".region-toggle[data-region='task']", "Tampilkan atau sembunyikan tugas"],
  [".maximize", "Perbesar tugas ini"],
  [".reset-regions", "Tampilkan semua kolom"],
  [".task-filters .actions a", "Rincian filter"],
  [".sort-direction", "Balik urutan"],
  [".new-sort > .dropdown-toggle", "Tambah urutan"],
  [".app-switch > .dropdown-toggle", "Aplikasi lain"],
  ["[cam-widget-search] .btn.dropdown-toggle, .dropdown-toggle.btn-default[aria-haspopup]", "Pencarian tersimpan"],
  [".unclaim", "Lepaskan tugas ini"],
  [".reset-assignee", "Kosongkan pemegang tugas"],
  [".reset-due-date", "Hapus batas waktu"],
  [".reset-follow-up-date", "Hapus tanggal tindak lanjut"],
  [".instance-link", "Buka instans proses di Cockpit"],
];

function name() {
  NAMES.forEach(([place, label]) =>
    document.querySelectorAll(`:is(${place}):not([aria-label])`).forEach((part) => part.setAttribute("aria-label", label)),
  );
}

name();
new MutationObserver(name).observe(document.body, { subtree: true, childList: true });
export default undefined;

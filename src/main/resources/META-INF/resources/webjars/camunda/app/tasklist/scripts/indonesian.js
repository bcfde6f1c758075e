/**
 * Says in Indonesian what no language file of Camunda reaches: the sentences that form-js 1.8.7 and the templates of the
 * web applications have built in, and the calendars.
 */

const number = (text) => Number(text).toLocaleString("id-ID", { maximumFractionDigits: 20 });
const letters = { d: "h", m: "b", y: "t" };

/** What form-js says inside a form. One sentence a line: a test holds them against the shipped script. */
const IN_FORMS = [
  [/^Field is required\.$/, () => "Isian ini wajib diisi."],
  [/^Field must match pattern (.+)\.$/, (_, pattern) => `Isian harus mengikuti pola ${pattern}.`],
  [/^Field must have minimum value of (.+)\.$/, (_, least) => `Isilah dengan angka paling kecil ${number(least)}.`],
  [/^Field must have maximum value of (.+)\.$/, (_, most) => `Isilah dengan angka paling besar ${number(most)}.`],
  [/^Field must have minimum length of (.+)\.$/, (_, least) => `Isian paling sedikit ${number(least)} karakter.`],
  [/^Field must have maximum length of (.+)\.$/, (_, most) => `Isian paling banyak ${number(most)} karakter.`],
  [/^Field must be a valid\s+international phone number\./, () => "Isilah dengan nomor telepon internasional, misalnya +62371211234."],
  [/^Field must be a valid email\.$/, () => "Isilah dengan alamat surel yang sah."],
  [/^Value is not a number\.$/, () => "Isilah dengan angka."],
  [/^Value is expected to be an integer\.$/, () => "Isilah dengan bilangan bulat."],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, (_, most) => `Isilah dengan paling banyak ${most} angka di belakang koma.`],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, (_, low, high) => `Nilai terdekat yang sah adalah ${number(low)} dan ${number(high)}.`],
  [/^Date and time must both be entered\.$/, () => "Tanggal dan waktu harus diisi keduanya."],
  [/^Search$/, () => "Cari"],
  [/^Select$/, () => "Pilih"],
  [/^No results$/, () => "Tidak ditemukan"],
  [/^All values selected$/, () => "Semua sudah dipilih"],
  [/^Skip to search$/, () => "Langsung ke pencarian"],
  [/^Remove tag$/, () => "Hapus pilihan ini"],
  [/^Increment$/, () => "Tambah"],
  [/^Decrement$/, () => "Kurangi"],
  [/^No content to show\.$/, () => "Tidak ada isi yang dapat ditampilkan."],
  [/^External content couldn't be loaded\.$/, () => "Isi dari luar tidak dapat dimuat."],
  [/^This is an image placeholder$/, () => "Tempat gambar"],
  [/^Nothing to show\.$/, () => "Belum ada isi."],
  [/^of$/, () => "dari"],
  [/^Previous page$/, () => "Halaman sebelumnya"],
  [/^Next page$/, () => "Halaman berikutnya"],
  [/^Click to sort by (.+) descending$/, (_, column) => `Klik untuk mengurutkan menurun menurut ${column}`],
  [/^Click to sort by (.+) ascending$/, (_, column) => `Klik untuk mengurutkan menaik menurut ${column}`],
  [/^Click to remove sorting$/, () => "Klik untuk meniadakan urutan"],
  [/^Add new$/, () => "Tambah baris"],
  [/^Expand all \((\d+)\)$/, (_, rows) => `Tampilkan semua (${rows})`],
  [/^Collapse$/, () => "Ringkas"],
  [/^Remove list item (\d+)$/, (_, row) => `Hapus baris ${row}`],
  [/^hh:mm$/, () => "jj:mm"],
  [/^hh:mm \?m$/, () => "jj:mm am/pm"],
  [/^(?=.*dd)(?=.*mm)(?=.*yy)[dmy/. -]+$/, (pattern) => pattern.replace(/[dmy]/g, (letter) => letters[letter])],
];

/** What the templates of the web applications say outside of their language files. */
const IN_PAGES = [
  // Admin shows the name of this label for its text.
  [/^CAM_WIDGET_HEADER_TOGGLE_NAVIGATION$/, () => "Buka atau tutup menu"],
  [/^zoom in$/, () => "perbesar"],
  [/^zoom out$/, () => "perkecil"],
  [/^reset zoom$/, () => "kembalikan ukuran"],
  [/^Actions$/, () => "Tindakan"],
  [/^Download$/, () => "Unduh"],
  [/^Upload$/, () => "Unggah"],
  [/^Boolean$/, () => "Ya/tidak"],
  [/^Date$/, () => "Tanggal"],
  [/^Double$/, () => "Bilangan desimal"],
  [/^File$/, () => "Berkas"],
  [/^Integer$/, () => "Bilangan bulat"],
  [/^Long$/, () => "Bilangan bulat panjang"],
  [/^Object$/, () => "Objek"],
  [/^Short$/, () => "Bilangan bulat pendek"],
  [/^String$/, () => "Teks"],
  [/^Jonny$/, () => "Nama depan"],
  [/^Prosciutto$/, () => "Nama belakang"],
  [/^j\.prosciutto@acme\.org$/, () => "nama@contoh.go.id"],
];

/** The criteria of a filter; a star says that an expression may be given. */
const IN_FILTERS = [
  [/^E\.g\.: (.+)$/, (_, sample) => `Contoh: ${sample.replaceAll(" or ", " atau ")}`],
  [/^List of values sep[ae]rated by comma\. E\.g\.: (.+)$/, (_, sample) => `Nilai dipisahkan dengan koma. Contoh: ${sample}`],
  [/^List of values separated by comma or an expression which evaluates to a list\. E\.g\.: (.+)$/, (_, sample) => `Nilai dipisahkan dengan koma, atau ekspresi yang menghasilkan daftar. Contoh: ${sample.replaceAll(" or ", " atau ")}`],
  [/^Process Instance( \*)?$/, (_, star = "") => `Instans proses${star}`],
  [/^Process definition( \*)?$/, (_, star = "") => `Definisi proses${star}`],
  [/^Case Instance( \*)?$/, (_, star = "") => `Instans kasus${star}`],
  [/^Case definition( \*)?$/, (_, star = "") => `Definisi kasus${star}`],
  [/^Other( \*)?$/, (_, star = "") => `Lainnya${star}`],
  [/^User \/ Group( \*)?$/, (_, star = "") => `Pengguna/kelompok${star}`],
  [/^Task( \*)?$/, (_, star = "") => `Tugas${star}`],
  [/^Dates( \*)?$/, (_, star = "") => `Tanggal${star}`],
  [/^Business Key( \*)?$/, (_, star = "") => `Kunci bisnis${star}`],
  [/^Business Key Like( \*)?$/, (_, star = "") => `Kunci bisnis serupa dengan${star}`],
  [/^Key( \*)?$/, (_, star = "") => `Kunci${star}`],
  [/^Key In( \*)?$/, (_, star = "") => `Kunci di antara${star}`],
  [/^Name( \*)?$/, (_, star = "") => `Nama${star}`],
  [/^Name Like( \*)?$/, (_, star = "") => `Nama serupa dengan${star}`],
  [/^Active( \*)?$/, (_, star = "") => `Aktif${star}`],
  [/^Activity Instance ID In( \*)?$/, (_, star = "") => `ID instans kegiatan di antara${star}`],
  [/^Execution ID( \*)?$/, (_, star = "") => `ID pelaksanaan${star}`],
  [/^Assignee( \*)?$/, (_, star = "") => `Pemegang tugas${star}`],
  [/^Assignee in( \*)?$/, (_, star = "") => `Pemegang tugas di antara${star}`],
  [/^Assignee Like( \*)?$/, (_, star = "") => `Pemegang tugas serupa dengan${star}`],
  [/^Owner( \*)?$/, (_, star = "") => `Pemilik tugas${star}`],
  [/^Candidate Group( \*)?$/, (_, star = "") => `Kelompok calon pemegang${star}`],
  [/^Candidate Groups( \*)?$/, (_, star = "") => `Kelompok-kelompok calon pemegang${star}`],
  [/^Candidate User( \*)?$/, (_, star = "") => `Calon pemegang${star}`],
  [/^Involved User( \*)?$/, (_, star = "") => `Pengguna yang terlibat${star}`],
  [/^Assigned( \*)?$/, (_, star = "") => `Sudah dipegang${star}`],
  [/^Unassigned( \*)?$/, (_, star = "") => `Belum dipegang${star}`],
  [/^Delegation State( \*)?$/, (_, star = "") => `Keadaan pelimpahan${star}`],
  [/^Definition Key( \*)?$/, (_, star = "") => `Kunci definisi${star}`],
  [/^Definition Key In( \*)?$/, (_, star = "") => `Kunci definisi di antara${star}`],
  [/^Definition Key Like( \*)?$/, (_, star = "") => `Kunci definisi serupa dengan${star}`],
  [/^Description( \*)?$/, (_, star = "") => `Keterangan${star}`],
  [/^Description Like( \*)?$/, (_, star = "") => `Keterangan serupa dengan${star}`],
  [/^Priority( \*)?$/, (_, star = "") => `Prioritas${star}`],
  [/^Priority Max( \*)?$/, (_, star = "") => `Prioritas paling tinggi${star}`],
  [/^Priority Min( \*)?$/, (_, star = "") => `Prioritas paling rendah${star}`],
  [/^Tenant ID In( \*)?$/, (_, star = "") => `ID unit di antara${star}`],
  [/^Without Tenant ID( \*)?$/, (_, star = "") => `Tanpa ID unit${star}`],
  [/^Without Due Date( \*)?$/, (_, star = "") => `Tanpa batas waktu${star}`],
  [/^Created Before( \*)?$/, (_, star = "") => `Dibuat sebelum${star}`],
  [/^Created After( \*)?$/, (_, star = "") => `Dibuat sesudah${star}`],
  [/^Due Before( \*)?$/, (_, star = "") => `Batas waktu sebelum${star}`],
  [/^Due After( \*)?$/, (_, star = "") => `Batas waktu sesudah${star}`],
  [/^Follow Up After( \*)?$/, (_, star = "") => `Tindak lanjut sesudah${star}`],
  [/^Follow Up Before( \*)?$/, (_, star = "") => `Tindak lanjut sebelum${star}`],
  [/^Follow Up Before or Not Existent( \*)?$/, (_, star = "") => `Tindak lanjut sebelum, atau tidak ada${star}`],
];

/** Where these sentences stand; elsewhere a text belongs to people, and is left as they wrote it. */
const PLACES = [
  { within: ".fjs-container", says: IN_FORMS },
  { within: "button, option, input, .btn, .actions", says: IN_PAGES },
  { within: "[cam-tasklist-filter-modal-form]", says: IN_FILTERS },
];
const WRITTEN_BY_PEOPLE = "label, textarea, .fjs-form-field-text, .fjs-taglist-tag-label, .fjs-table-td";
const ATTRIBUTES = ["placeholder", "title", "aria-label", "alt", "label"];

const MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");
const MONTHS_SHORT = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(" ");
const DAYS = "Minggu Senin Selasa Rabu Kamis Jumat Sabtu".split(" ");
const DAYS_SHORT = "Min Sen Sel Rab Kam Jum Sab".split(" ");

function watch(page) {
  read(page);
  new MutationObserver((changes) => changes.forEach(follow)).observe(page, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ATTRIBUTES,
  });
}

function follow({ type, target, addedNodes, attributeName }) {
  if (type === "childList") {
    addedNodes.forEach(read);
  } else if (type === "characterData") {
    readText(target);
  } else {
    readAttribute(target, attributeName);
  }
}

function read(start) {
  const nodes = document.createTreeWalker(start, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = start; node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      readText(node);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      ATTRIBUTES.forEach((name) => readAttribute(node, name));
    }
  }
}

function readText(node) {
  const text = node.data.trim();
  const said = text && node.parentElement && !node.parentElement.closest(WRITTEN_BY_PEOPLE) && translate(node.parentElement, text);
  if (said) {
    node.data = node.data.replace(text, () => said);
  }
}

function readAttribute(element, name) {
  const text = element.getAttribute(name);
  const said = text && translate(element, text);
  if (said) {
    element.setAttribute(name, said);
  }
}

function translate(element, text) {
  const sentences = PLACES.filter(({ within }) => element.closest(within)).flatMap(({ says }) => says);
  const known = sentences.find(([english]) => english.test(text));
  return known && text.replace(known[0], known[1]);
}

/** The calendar of form-js. */
function localizeFormCalendar() {
  window.flatpickr?.localize({
    weekdays: { longhand: DAYS, shorthand: DAYS_SHORT },
    months: { longhand: MONTHS, shorthand: MONTHS_SHORT },
    firstDayOfWeek: 1,
    ordinal: () => "",
    rangeSeparator: " sampai ",
    weekAbbreviation: "Mg",
    scrollTitle: "Gulir untuk mengubah",
    toggleTitle: "Klik untuk mengubah",
    yearAriaLabel: "Tahun",
    monthAriaLabel: "Bulan",
    hourAriaLabel: "Jam",
    minuteAriaLabel: "Menit",
    time_24hr: true,
  });
  window.flatpickr?.setDefaults({ ariaDateFormat: "j F Y" });
}

/** The calendar of Tasklist's own fields, and the numbers that AngularJS writes. */
function localizeAngular() {
  window.angular.module("semai.indonesian", []).run([
    "$locale",
    (locale) => {
      Object.assign(locale.DATETIME_FORMATS, {
        DAY: DAYS,
        SHORTDAY: DAYS_SHORT,
        MONTH: MONTHS,
        SHORTMONTH: MONTHS_SHORT,
        STANDALONEMONTH: MONTHS,
        FIRSTDAYOFWEEK: 0,
      });
      Object.assign(locale.NUMBER_FORMATS, { DECIMAL_SEP: ",", GROUP_SEP: "." });
    },
  ]);
  return { ngModuleName: "semai.indonesian" };
}

function start() {
  watch(document.body);
  localizeFormCalendar();
  return localizeAngular();
}

export default document.documentElement.lang === "id" ? start() : undefined;

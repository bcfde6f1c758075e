package id.semai.guard;

/** What the list says of a request, as status and sentence. */
enum Verdict {
    GRANTED(200, ""),
    LOGIN_FIRST(401, "Sesi Anda sudah berakhir. Masuklah lagi, lalu ulangi."),
    FORBIDDEN(403, "Peran Anda tidak memberi hak atas permintaan ini."),
    UNKNOWN(404, "Alamat ini tidak ada.");

    final int status;
    final String sentence;

    Verdict(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }
}

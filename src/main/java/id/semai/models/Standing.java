package id.semai.models;

/**
 * What a content is to what was released.
 *
 * @param release of the same meaning; null if there is none
 */
record Standing(Is is, Release release) {

    enum Is {
        /** Never released. */
        NEW,
        /** Equal to what begins now. */
        LIVE,
        /** Equal to a release that another one has followed, or that was deleted. */
        EARLIER
    }

    boolean isNew() {
        return is == Is.NEW;
    }

    boolean isEarlier() {
        return is == Is.EARLIER;
    }

    /** Says why it is not released, and what to do. */
    String sentence(Bundle bundle) {
        return release.exists()
                ? "Isi %s sama dengan rilis %d, yang sudah digantikan: gunakan kembalikan rilis %d untuk memberlakukannya lagi."
                        .formatted(bundle.file(), release.version(), release.version())
                : "Isi %s sama dengan rilis %d, yang sudah dihapus dari mesin proses: ubah isinya bila akan dirilis lagi."
                        .formatted(bundle.file(), release.version());
    }
}

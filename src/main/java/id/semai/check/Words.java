package id.semai.check;

/** Words of the terminal in both languages. */
final class Words {

    private Words() {}

    static String of(Severity severity, Language language) {
        boolean isError = severity == Severity.ERROR;
        return language == Language.EN ? isError ? "error" : "warning" : isError ? "kesalahan" : "peringatan";
    }

    static String summary(int files, long errors, long warnings, Language language) {
        return (language == Language.EN
                        ? "%d files checked: %d errors, %d warnings."
                        : "%d berkas diperiksa: %d kesalahan, %d peringatan.")
                .formatted(files, errors, warnings);
    }
}

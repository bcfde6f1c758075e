package id.semai.migration;

/** What cannot be planned or ordered; the sentence is for the administrator who asked. */
public class RefusedMigration extends RuntimeException {

    RefusedMigration(String sentence) {
        super(sentence);
    }
}

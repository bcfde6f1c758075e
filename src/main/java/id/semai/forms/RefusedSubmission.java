package id.semai.forms;

/** Something submitted breaks a rule of its form; the message is a sentence for the person who typed it. */
public class RefusedSubmission extends RuntimeException {

    private final String field;

    RefusedSubmission(String field, String sentence) {
        super(sentence);
        this.field = Sentences.echo(field);
    }

    /** Key of the field the sentence belongs to; of a table, the table's key. */
    public String field() {
        return field;
    }
}

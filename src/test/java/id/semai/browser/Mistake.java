package id.semai.browser;

import id.semai.journeys.Office;
import java.util.Map;

/** Answers that a form does not take, the field that is at fault, and what is said beside it: at once, or when sent. */
record Mistake(boolean atOnce, String field, String sentence, Map<String, Object> answers) {

    static Mistake atOnce(String field, String sentence, Object... answers) {
        return new Mistake(true, field, sentence, Office.pairs(answers));
    }

    static Mistake whenSent(String field, String sentence, Object... answers) {
        return new Mistake(false, field, sentence, Office.pairs(answers));
    }

    static Mistake whenSent(String field, String sentence, Map<String, Object> answers) {
        return new Mistake(false, field, sentence, answers);
    }
}

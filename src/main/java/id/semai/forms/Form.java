package id.semai.forms;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The questions of one form, in their order, and what may be said to them. */
public final class Form {

    private final String id;
    private final List<Question> questions;
    private final Set<String> shown;
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> reads = new TreeSet<>();

    /**
     * @param shown keys and ids of what is only shown; a client that sends them back is not refused
     * @param lists variables that hold options or rows
     */
    Form(String id, List<Question> questions, Set<String> shown, Set<String> lists) {
        this.id = id;
        this.questions = List.copyOf(questions);
        this.shown = Set.copyOf(shown);
        questions.forEach(question -> keys.add(question.key()));
        reads.addAll(lists);
        questions.forEach(question -> question.conditions().forEach(condition -> reads.addAll(condition.names())));
    }

    public String id() {
        return id;
    }

    /** The variables its task writes. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(keys);
    }

    /** The variables its rules may look at; not every name need exist. */
    public Set<String> reads() {
        return Collections.unmodifiableSet(reads);
    }

    Submission accept(Map<String, Object> submitted, Map<String, Object> known, LocalDate today) {
        submitted.keySet().forEach(this::refuseUnknown);
        Answers answers = new Answers(questions, submitted, known, today);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Question question : questions) {
            Object value = question.answer(answers);
            if (!values.containsKey(question.key()) || !question.hidden(answers)) {
                values.put(question.key(), value);
            }
        }
        return new Submission(values);
    }

    private void refuseUnknown(String key) {
        if (!keys.contains(key) && !shown.contains(key)) {
            throw new RefusedSubmission(key, Sentences.noField(key));
        }
    }
}

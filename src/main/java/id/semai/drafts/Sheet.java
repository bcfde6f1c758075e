package id.semai.drafts;

/**
 * The form that a draft is of.
 *
 * @param column that names it in the table of drafts
 * @param id of the open task, or the key of the process that its start form starts
 */
record Sheet(String column, String id) {

    private static final String TASK = "task";

    static Sheet ofTask(String id) {
        return new Sheet(TASK, id);
    }

    static Sheet ofStart(String process) {
        return new Sheet("process", process);
    }

    boolean isOfTask() {
        return column.equals(TASK);
    }
}

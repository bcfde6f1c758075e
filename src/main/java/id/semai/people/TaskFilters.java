package id.semai.people;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists that people find in Tasklist. They follow the models: a stage that a model adds has its list from the next
 * start on. A list that an administrator has changed or removed is left as it is.
 */
@Component
class TaskFilters {

    private static final List<String> COLOURS = List.of("#8a6d1f", "#2f6f8f", "#5b4a8a", "#1f6f54");

    private final FilterService filters;
    private final TaskService tasks;
    private final ModelStages stages;
    private final Grants grants;
    private final Marks marks;

    TaskFilters(FilterService filters, TaskService tasks, ModelStages stages, Grants grants, Marks marks) {
        this.filters = filters;
        this.tasks = tasks;
        this.stages = stages;
        this.grants = grants;
        this.marks = marks;
    }

    void write(List<Role> roles) {
        List<Role> workers =
                roles.stream().filter(role -> !role.works().isEmpty()).toList();
        List<Role> overseers = roles.stream().filter(Role::allTasks).toList();
        write(forMyRole(), workers);
        write(mine(), workers);
        write(overdue(), workers);
        write(dueSoon(), workers);
        write(all(), overseers);
        writeStages(roles);
    }

    private void writeStages(List<Role> roles) {
        List<StageTasks> all = stages.read();
        List<StageTasks> outermost =
                all.stream().map(StageTasks::outermost).distinct().toList();
        for (StageTasks stage : all) {
            String colour = COLOURS.get(outermost.indexOf(stage.outermost()) % COLOURS.size());
            write(
                    ofStage(stage, 100 + all.indexOf(stage), colour),
                    roles.stream().filter(stage::isUsedBy).toList());
        }
    }

    private TaskFilter forMyRole() {
        return new TaskFilter(
                "role",
                "Tugas untuk peran saya",
                "Tugas yang menunggu pemegang peran Anda dan belum diambil siapa pun",
                "#1f6f54",
                10,
                byDeadline().taskCandidateGroupInExpression("${currentUserGroups()}"));
    }

    private TaskFilter mine() {
        return new TaskFilter(
                "mine",
                "Tugas saya",
                "Tugas yang sedang Anda kerjakan",
                "#2b5c8a",
                20,
                byDeadline().taskAssigneeExpression("${currentUser()}"));
    }

    private TaskFilter overdue() {
        return new TaskFilter(
                "overdue",
                "Lewat batas waktu",
                "Tugas yang dapat Anda lihat dan batas waktunya sudah lewat",
                "#b3261e",
                30,
                byDeadline().dueBeforeExpression("${now()}"));
    }

    private TaskFilter dueSoon() {
        return new TaskFilter(
                "soon",
                "Batas waktu dalam 3 hari",
                "Tugas yang dapat Anda lihat dan berakhir hari ini sampai tiga hari lagi",
                "#9a5b00",
                40,
                byDeadline().dueAfterExpression("${now()}").dueBeforeExpression("${inDays(3)}"));
    }

    private TaskFilter all() {
        return new TaskFilter(
                "all", "Semua tugas", "Semua tugas yang terbuka pada perangkat daerah", "#6b6b6b", 50, byDeadline());
    }

    private TaskFilter ofStage(StageTasks stage, int place, String colour) {
        return new TaskFilter(
                "stage." + stage.code(),
                stage.shortName(),
                "Tugas yang terbuka pada tahap «" + stage.fullName() + "»",
                colour,
                place,
                byDeadline()
                        .taskDefinitionKeyIn(stage.tasks().toArray(String[]::new))
                        .processDefinitionKeyIn(stage.processes().toArray(String[]::new)));
    }

    private TaskQuery byDeadline() {
        return tasks.createTaskQuery().orderByDueDate().asc();
    }

    private void write(TaskFilter wanted, List<Role> readers) {
        String mark = "filter." + wanted.key();
        if (!marks.has(mark)) {
            marks.set(mark, save(wanted, filters.newTaskFilter()));
            note(wanted);
        }
        String id = marks.note(mark);
        Filter present = filters.getFilter(id);
        if (present == null) {
            return;
        }
        if (isOurs(wanted, present) && !isUpToDate(wanted)) {
            save(wanted, present);
            note(wanted);
        }
        for (Role reader : readers) {
            grants.write(
                    reader.id() + ".filter." + wanted.key(),
                    reader.id(),
                    Resources.FILTER,
                    id,
                    Set.of(Permissions.READ));
        }
    }

    private String save(TaskFilter wanted, Filter filter) {
        wanted.writeTo(filter);
        return filters.saveFilter(filter).getId();
    }

    /** Whether nobody has changed it since it was written; one of an earlier version bears no note. */
    private boolean isOurs(TaskFilter wanted, Filter present) {
        String written = marks.note(written(wanted));
        return written == null || written.startsWith(revision(present) + " ");
    }

    private boolean isUpToDate(TaskFilter wanted) {
        String written = marks.note(written(wanted));
        return written != null && written.endsWith(" " + wanted.fingerprint());
    }

    private void note(TaskFilter wanted) {
        Filter saved = filters.getFilter(marks.note("filter." + wanted.key()));
        marks.set(written(wanted), revision(saved) + " " + wanted.fingerprint());
    }

    private static String written(TaskFilter wanted) {
        return "filter." + wanted.key() + ".written";
    }

    private static int revision(Filter filter) {
        return ((FilterEntity) filter).getRevision();
    }
}

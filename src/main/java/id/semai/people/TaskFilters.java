package id.semai.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists that people find in Tasklist at their first login. */
@Component
class TaskFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;
    private final Marks marks;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants, Marks marks) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
        this.marks = marks;
    }

    void write(List<Role> roles) {
        List<Role> overseers = roles.stream().filter(Role::allTasks).toList();
        write(
                new TaskFilter(
                        "role", "Tugas untuk peran saya", "Tugas yang menunggu pemegang peran Anda", "#1f6f54", 10),
                tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"),
                roles);
        write(
                new TaskFilter("mine", "Tugas saya", "Tugas yang sedang Anda kerjakan", "#2b5c8a", 20),
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"),
                roles);
        write(
                new TaskFilter("all", "Semua tugas", "Semua tugas yang terbuka pada perangkat daerah", "#6b6b6b", 30),
                tasks.createTaskQuery(),
                overseers);
    }

    private void write(TaskFilter wanted, TaskQuery query, List<Role> readers) {
        String mark = "filter." + wanted.key();
        if (!marks.has(mark)) {
            marks.set(
                    mark,
                    save(
                            wanted,
                            query.orderByDueDate().asc().orderByTaskCreateTime().asc()));
        }
        String id = marks.note(mark);
        if (filters.getFilter(id) == null) {
            return;
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

    private String save(TaskFilter wanted, TaskQuery query) {
        Filter filter = filters.newTaskFilter(wanted.name());
        filter.setQuery(query);
        filter.setProperties(wanted.properties());
        return filters.saveFilter(filter).getId();
    }

    private record TaskFilter(String key, String name, String description, String colour, int place) {

        /** As Tasklist reads them. */
        Map<String, Object> properties() {
            return Map.of(
                    "description",
                    description,
                    "color",
                    colour,
                    "priority",
                    place,
                    "refresh",
                    true,
                    "showUndefinedVariable",
                    false,
                    "variables",
                    List.of(
                            Map.of("name", "title", "label", "Inovasi"),
                            Map.of("name", "unit", "label", "Perangkat daerah")));
        }
    }
}

package id.semai.messages;

import id.semai.journal.MovableClock;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import id.semai.messages.MessageSettings.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.ITemplateEngine;

/**
 * Messengers and couriers of the test's own, with a clock of its own, at the application's database; and people of a unit
 * that no other test knows, who alone have addresses.
 */
class Mailroom {

    static final String BASE = "https://semai.example.go.id";
    static final String HEAD = "kepala.rsud";
    static final String INNOVATOR = "inovator.rsud";
    static final String ACTING = "plt.rsud";
    private static final String UNIT = "rsud";

    final MovableClock clock = new MovableClock(Instant.now());
    final Office office;
    final TaskService tasks;
    final TransactionTemplate transaction;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final JdbcClient database;
    private final ITemplateEngine templates;
    private final List<String> cases = new ArrayList<>();

    Mailroom(AutowireCapableBeanFactory beans) {
        this.office = beans.getBean(Office.class);
        this.tasks = beans.getBean(TaskService.class);
        this.transaction = beans.getBean(TransactionTemplate.class);
        this.runtime = beans.getBean(RuntimeService.class);
        this.identity = beans.getBean(IdentityService.class);
        this.database = beans.getBean(JdbcClient.class);
        this.templates = beans.getBean(ITemplateEngine.class);
    }

    /** Whatever other tests have left is not news any more. */
    void open() {
        employ(HEAD, "unit-head", "Sri", "Wahyuni");
        employ(INNOVATOR, "innovator", "Made", "Suparta");
        messenger(Mode.AT_ONCE, 3).look();
    }

    /** Jobs may still carry a case on: what they get in between is tried again. */
    void close() {
        identity.deleteUser(HEAD);
        identity.deleteUser(INNOVATOR);
        identity.deleteUser(ACTING);
        cases.forEach(id -> Office.eventually(() -> deleted(id)));
        database.sql("truncate semai.letter, semai.message, semai.noted").update();
    }

    private Boolean deleted(String innovation) {
        List<ProcessInstance> roots = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(innovation)
                .rootProcessInstances()
                .list();
        try {
            roots.forEach(root -> runtime.deleteProcessInstance(root.getId(), "the test is over"));
            return true;
        } catch (ProcessEngineException | IllegalStateException e) {
            return null;
        }
    }

    /** Somebody who can act for the head. */
    void employActing() {
        employ(ACTING, "unit-head", "Siti", "Aminah");
    }

    private void employ(String account, String role, String firstName, String lastName) {
        User user = identity.newUser(account);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setPassword(office.password());
        user.setEmail(account + "@rsud.example.go.id");
        Office.save(identity, user);
        identity.createMembership(account, role);
        identity.createTenantUserMembership(UNIT, account);
    }

    /** A case whose task of signing waits for the head. */
    Story proposed() {
        Story story = Story.proposed(office, UNIT);
        cases.add(story.innovation);
        story.head().task(story.innovation, "Task_SignCommitment");
        return story;
    }

    /** The open task of that kind, as the engine knows it. */
    Task task(Story story, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(story.innovation)
                .taskDefinitionKey(key)
                .singleResult();
    }

    void setDue(Story story, String key, Instant due) {
        tasks.setDueDate(task(story, key).getId(), Date.from(due));
    }

    void setClock(Instant now) {
        clock.move(Duration.between(clock.instant(), now));
    }

    Courier courier(Channel channel) {
        return new Courier(channel, letters(), new Wording(BASE, templates), transaction, clock);
    }

    Letters letters() {
        return new Letters(database);
    }

    Messenger messenger(Mode mode, int daysBefore, Courier... couriers) {
        return messenger(mode, daysBefore, Set.of(), couriers);
    }

    Messenger messenger(Mode mode, int daysBefore, Set<LocalDate> holidays, Courier... couriers) {
        MessageSettings settings = new MessageSettings(
                BASE,
                mode,
                LocalTime.of(7, 30),
                holidays,
                daysBefore,
                Duration.ofMillis(50),
                new MessageSettings.Mail(""),
                new MessageSettings.Webhook("", ""));
        return new Messenger(settings, new News(database), Arrays.asList(couriers), transaction, clock);
    }

    /** What was found to tell a person, by kind. */
    List<String> kinds(String person) {
        return database.sql("select kind from semai.message where person = :person order by kind")
                .param("person", person)
                .query(String.class)
                .list();
    }

    List<String> outcomes() {
        return database.sql("select coalesce(outcome, 'waiting') from semai.letter order by written_at")
                .query(String.class)
                .list();
    }

    List<Map<String, Object>> everything() {
        return database.sql(
                        "select task, kind, 'noted' from semai.noted union all select task, kind, person from semai.message")
                .query()
                .listOfRows();
    }

    /** Beside this thread and its transaction. */
    static CompletableFuture<Void> beside(Runnable work) {
        return CompletableFuture.runAsync(work);
    }
}

package id.semai.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.evidence.Samples;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Office.Answer;
import id.semai.journeys.Office.Person;
import id.semai.journeys.Office.Task;
import id.semai.journeys.Story;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When somebody leaves or is represented, their tasks and drafts pass to another, by order of those who may say so. */
@EndToEnd
class HandoverTest {

    private static final String ELSEWHERE = "lain.bag-organisasi";

    @Autowired
    Office office;

    @Autowired
    JdbcClient database;

    @Autowired
    IdentityService identity;

    private final List<String> accounts = new ArrayList<>();
    private Person coordinator;
    private Person head;
    private Story story;
    private Task task;

    @BeforeEach
    void aTaskThatTheHeadWorksOn() {
        account("plt.dikbud", "dikbud", "unit-head");
        story = Story.proposed(office, "dikbud");
        coordinator = office.inBrowser("koordinator");
        head = office.as("kepala.dikbud");
        task = claimed(head, "Task_SignCommitment");
    }

    @AfterEach
    void theOthersLeave() {
        accounts.forEach(identity::deleteUser);
        identity.deleteTenant(ELSEWHERE);
    }

    @Test
    void aCoordinatorGivesATaskToWhoActsForTheHead() {
        assertThat(order(coordinator, "plt.dikbud", task).status()).isEqualTo(200);

        assertThat(assignee(task)).isEqualTo("plt.dikbud");
        assertThat(head.submit(task.id(), Office.answers("commitment-sign")).status())
                .isEqualTo(403);
        Office.accepted(office.as("plt.dikbud").submit(task.id(), Office.answers("commitment-sign")));
    }

    @Test
    void theDraftGoesAlongWithItsTextAndVersion() {
        keep("kepala.dikbud", 0, "begun by the head");
        keep("kepala.dikbud", 1, "typed by the head");
        order(coordinator, "plt.dikbud", task);

        assertThat(draft("plt.dikbud").json().at("/answers/text").asText()).isEqualTo("typed by the head");
        assertThat(draft("plt.dikbud").json().path("version").asInt()).isEqualTo(2);
        assertThat(draft("plt.dikbud").json().path("typedBy").asText()).isEqualTo("kepala.dikbud");
        assertThat(draft("kepala.dikbud").json().path("version").asInt()).isZero();
        assertThat(put("kepala.dikbud", 2, "from an old window").status()).isEqualTo(409);
        assertThat(put("plt.dikbud", 1, "from an old version").status()).isEqualTo(409);
        keep("plt.dikbud", 2, "gone on with");
        assertThat(draft("plt.dikbud").json().path("typedBy").isNull()).isTrue();
    }

    @Test
    void nobodysDraftIsLostWhereBothHaveTyped() {
        keep("kepala.dikbud", 0, "typed by the head");
        keep("plt.dikbud", 0, "typed by the other");
        assertThat(order(coordinator, "plt.dikbud", task).status()).isEqualTo(200);

        assertThat(draft("plt.dikbud").json().at("/answers/text").asText()).isEqualTo("typed by the other");
        assertThat(draft("kepala.dikbud").json().at("/answers/text").asText()).isEqualTo("typed by the head");
        assertThat(recorded(task)).containsEntry("draft", "kept");
    }

    @Test
    void theRecordSaysByWhomInWhichRole() {
        keep("kepala.dikbud", 0, "Rahasia isian kepala");
        order(coordinator, "plt.dikbud", task);

        assertThat(recorded(task))
                .containsEntry("actor", "koordinator")
                .containsEntry("actor_role", "coordinator")
                .containsEntry("giver", "kepala.dikbud")
                .containsEntry("receiver", "plt.dikbud")
                .containsEntry("reason", "plt")
                .containsEntry("unit", "dikbud")
                .containsEntry("case_id", story.innovation)
                .containsEntry("draft", "moved");
        assertThat(coordinator.page("/serah-terima").body())
                .contains("kepala.dikbud → plt.dikbud", "oleh koordinator sebagai koordinator")
                .doesNotContain("Rahasia isian kepala");
        assertThat(Office.accepted(office.as("admin")
                                .get("/history/user-operation?operationType=Assign&taskId=" + task.id()))
                        .json()
                        .findValuesAsText("userId"))
                .contains("koordinator");
    }

    @Test
    void theJourneyOfTheInnovationTellsItToWhoMaySeeTheTask() {
        keep("kepala.dikbud", 0, "Rahasia isian kepala");
        assertThat(send(coordinator, Map.of("note", "Untuk koordinator saja")).status())
                .isEqualTo(200);

        String journey = "/inovasi/" + story.innovation + "/perjalanan";
        assertThat(text(office.as("inovator.dikbud").page(journey)))
                .contains(
                        "Menandatangani pernyataan komitmen Menunggu Kepala perangkat daerah/unit kerja (plt.dikbud)",
                        "Diserahkan beserta isiannya dari kepala.dikbud kepada plt.dikbud",
                        "Plt. (pelaksana tugas): jabatannya lowong",
                        "oleh koordinator sebagai koordinator")
                .doesNotContain("Rahasia isian kepala", "Untuk koordinator saja");
        assertThat(text(office.as("fasilitator").page(journey))).doesNotContain("Diserahkan", "plt.dikbud");
    }

    @Test
    void theReceiverGoesOnWithTheFilesOfTheTask() {
        String files = "/api/evidence/tasks/" + task.id();
        Answer attached = head.upload(files + "?name=Surat.pdf", Samples.pdf());
        assertThat(attached.status()).isEqualTo(201);
        String file = "/api/evidence/files/" + attached.json().path("id").asText();
        order(coordinator, "plt.dikbud", task);

        Person acting = office.as("plt.dikbud");
        assertThat(acting.page(files).json().path("mayAdd").asBoolean()).isTrue();
        assertThat(acting.page(files).json().at("/files/0/mayRemove").asBoolean())
                .isTrue();
        assertThat(acting.page(files).json().at("/files/0/person").asText()).isEqualTo("kepala.dikbud");
        assertThat(acting.upload(files + "?name=Foto.png", Samples.png(20, 20)).status())
                .isEqualTo(201);
        assertThat(head.page(files).json().path("mayAdd").asBoolean()).isFalse();
        assertThat(head.page(files).json().at("/files/0/mayRemove").asBoolean()).isFalse();
        assertThat(head.api("DELETE", file, null).status()).isEqualTo(403);
        assertThat(acting.api("DELETE", file, null).status()).isEqualTo(204);
        Office.accepted(acting.submit(task.id(), Office.answers("commitment-sign")));
    }

    @Test
    void whoTakesATaskThatWasGivenBackCannotRemoveTheFilesOfWhoHadIt() {
        String files = "/api/evidence/tasks/" + task.id();
        String file = "/api/evidence/files/"
                + head.upload(files + "?name=Surat.pdf", Samples.pdf())
                        .json()
                        .path("id")
                        .asText();
        Office.accepted(head.post("/task/" + task.id() + "/unclaim", Map.of()));
        Person other = office.as("plt.dikbud");
        Office.accepted(other.claim(task.id()));
        assertThat(other.page(files).json().at("/files/0/mayRemove").asBoolean())
                .isFalse();
        assertThat(other.api("DELETE", file, null).status()).isEqualTo(403);
        assertThat(other.page(file).status()).isEqualTo(200);
    }

    @Test
    void whoOrdersItMayTakeTheTaskOver() {
        account("koordinator.lama", "dikbud", "coordinator");
        Office.accepted(head.submit(task.id(), Office.answers("commitment-sign")));
        task = claimed(office.as("koordinator.lama"), "Task_VerifyCommitment");
        assertThat(order(coordinator, "koordinator.lama", "koordinator", task).status())
                .isEqualTo(200);
        Office.accepted(coordinator.submit(task.id(), Office.answers("commitment-verify")));
    }

    @Test
    void anAdministratorDoesSoAsAdministrator() {
        assertThat(order(office.inBrowser("admin"), "plt.dikbud", task).status())
                .isEqualTo(200);
        assertThat(recorded(task)).containsEntry("actor", "admin").containsEntry("actor_role", "administrator");
        assertThat(office.inBrowser("admin")
                        .page("/serah-terima?dari=plt.dikbud")
                        .body())
                .contains(task.name());
    }

    @Test
    void nobodyElseMay() {
        for (String user : List.of("kepala.dikbud", "inovator.dikbud", "pimpinan", "fasilitator", "plt.dikbud")) {
            assertThat(order(office.inBrowser(user), "plt.dikbud", task).status())
                    .as(user)
                    .isEqualTo(403);
            assertThat(office.inBrowser(user).page("/serah-terima").status())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(order(office.nobody(), "plt.dikbud", task).status()).isEqualTo(401);
        assertThat(office.nobody().page("/serah-terima").status()).isEqualTo(401);
        assertNothingChanged();
    }

    @Test
    void aCoordinatorOfAnotherGovernmentKnowsNothingOfIt() {
        identity.saveTenant(identity.newTenant(ELSEWHERE));
        account("koordinator.lain", ELSEWHERE, "coordinator");
        order(coordinator, "plt.dikbud", task);
        order(coordinator, "plt.dikbud", "kepala.dikbud", task);
        Person other = office.inBrowser("koordinator.lain");

        assertThat(order(other, "plt.dikbud", task).status()).isEqualTo(404);
        assertThat(other.page("/serah-terima").status()).isEqualTo(200);
        assertThat(other.page("/serah-terima").body()).doesNotContain("dikbud");
        assertThat(other.page("/serah-terima?dari=kepala.dikbud&kepada=plt.dikbud")
                        .body())
                .doesNotContain(task.name());
        assertThat(assignee(task)).isEqualTo("kepala.dikbud");
    }

    @Test
    void whoHasNotTheRoleOrWorksElsewhereMayNotTakeIt() {
        Answer innovator = order(coordinator, "inovator.dikbud", task);
        assertThat(innovator.status()).isEqualTo(409);
        assertThat(innovator.message()).contains(task.name(), "tidak mempunyai peran yang diperlukan");

        Answer elsewhere = order(coordinator, "kepala.dinkes", task);
        assertThat(elsewhere.status()).isEqualTo(409);
        assertThat(elsewhere.message()).contains(task.name(), "tidak bertugas pada perangkat daerahnya");
        assertThat(order(coordinator, "tidak.ada", task).status()).isEqualTo(409);

        String page = coordinator.page("/serah-terima?dari=kepala.dikbud").body();
        String choices = page.substring(0, page.indexOf("Riwayat serah terima"));
        assertThat(choices).contains("value=\"plt.dikbud\"").doesNotContain("inovator.dikbud", "kepala.dinkes");
        assertThat(coordinator
                        .page("/serah-terima?dari=kepala.dikbud&kepada=inovator.dikbud")
                        .body())
                .contains("tidak mempunyai peran yang diperlukan");
        assertNothingChanged();
    }

    @Test
    void whoDraftedDoesNotBecomeTheApproverAndThenNothingPasses() {
        account("serba.dikbud", "dikbud", "unit-head", "innovator");
        Task other = task;
        Story second = Story.proposed(office, "dikbud").committed();
        office.as("serba.dikbud").does(second.innovation, "Task_DraftHeader", "action-plan-header");
        office.as("serba.dikbud").does(second.innovation, "Task_DraftRows", "action-plan-rows");
        Task approval = head.task(second.innovation, "Task_ApprovePlan");
        Office.accepted(head.claim(approval.id()));

        Answer refused = order(coordinator, "serba.dikbud", other, approval);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.message()).contains(approval.name(), "Menyusun kegiatan rencana aksi", "harus orang lain");
        assertNothingChanged();
        assertThat(assignee(approval)).isEqualTo("kepala.dikbud");
    }

    @Test
    void whoTypedTheDraftThatAnotherSentDoesNotApproveIt() {
        account("serba.dikbud", "dikbud", "unit-head", "innovator");
        Person both = office.as("serba.dikbud");
        Office.accepted(head.submit(task.id(), Office.answers("commitment-sign")));
        story.verified();
        task = claimed(both, "Task_DraftHeader");
        keep("serba.dikbud", 0, "typed by whom the sender does not know");
        assertThat(order(coordinator, "serba.dikbud", "inovator.dikbud", task).status())
                .isEqualTo(200);
        Office.accepted(office.as("inovator.dikbud").submit(task.id(), Office.answers("action-plan-header")));
        story.innovator().does(story.innovation, "Task_DraftRows", "action-plan-rows");

        Task approval = both.task(story.innovation, "Task_ApprovePlan");
        assertThat(both.claim(approval.id()).status()).isEqualTo(403);
        assertThat(both.claim(approval.id()).message()).contains("Mengisi pokok rencana aksi");
    }

    @Test
    void aTaskThatIsDoneOrHeldByAnotherSaysSo() {
        order(coordinator, "plt.dikbud", task);
        Answer again = order(coordinator, "plt.dikbud", task);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.message()).contains(task.name(), "tidak lagi dipegang kepala.dikbud");

        Office.accepted(office.as("plt.dikbud").submit(task.id(), Office.answers("commitment-sign")));
        Answer done = order(coordinator, "plt.dikbud", "kepala.dikbud", task);
        assertThat(done.status()).isEqualTo(409);
        assertThat(done.message()).contains("sudah selesai atau ditutup");
    }

    @Test
    void whoHoldsATaskWithoutBeingOnDutyStandsOut() {
        order(coordinator, "plt.dikbud", task);
        assertThat(line("plt.dikbud")).doesNotContain("Pemegang tidak lagi bertugas");
        identity.deleteMembership("plt.dikbud", "unit-head");
        assertThat(line("plt.dikbud")).contains("Pemegang tidak lagi bertugas");
        identity.deleteUser("plt.dikbud");
        assertThat(line("plt.dikbud")).contains("Pemegang tidak lagi bertugas");
        assertThat(order(coordinator, "plt.dikbud", "kepala.dikbud", task).status())
                .isEqualTo(200);
    }

    @Test
    void anOrderWithoutWhatItNeedsIsRefused() {
        assertThat(send(coordinator, Map.of("reason", "other")).message()).contains("Tuliskan alasannya");
        assertThat(send(coordinator, Map.of("reason", "because")).status()).isEqualTo(400);
        assertThat(send(coordinator, Map.of("tasks", List.of())).message()).contains("sekurangnya satu tugas");
        assertThat(send(coordinator, Map.of("receiver", "")).status()).isEqualTo(400);
        assertThat(send(coordinator, Map.of("receiver", "kepala.dikbud")).message())
                .contains("orang lain");
        for (Map<String, Object> unstorable : List.<Map<String, Object>>of(
                Map.of("note", "\0"),
                Map.of("giver", "\0"),
                Map.of("receiver", "x\0"),
                Map.of("tasks", List.of("\0")))) {
            assertThat(send(coordinator, unstorable).status()).isEqualTo(400);
        }
        assertThat(coordinator.page("/serah-terima?dari=%00&kepada=%00").status())
                .isEqualTo(200);
        assertThat(send(coordinator, Map.of("tasks", List.of("there-is-none"))).status())
                .isEqualTo(404);
        assertThat(coordinator.api("POST", "/api/serah-terima", "{").status()).isEqualTo(400);
        assertNothingChanged();
    }

    @Test
    void aFormOfAnotherSiteIsNotTaken() throws Exception {
        String account = Base64.getEncoder().encodeToString(("koordinator:" + office.password()).getBytes());
        for (String type :
                List.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x")) {
            HttpRequest forged = HttpRequest.newBuilder(URI.create(office.url("/api/serah-terima")))
                    .header("Authorization", "Basic " + account)
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"giver\":\"kepala.dikbud\",\"receiver\":\"plt.dikbud\",\"reason\":\"plt\",\"tasks\":[\""
                                    + task.id() + "\"]}"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(forged, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as(type)
                    .isEqualTo(415);
        }
        assertNothingChanged();
    }

    @Test
    void theRecordIsNeverChanged() {
        order(coordinator, "plt.dikbud", task);
        for (String change : List.of("update semai.handover set actor = 'x'", "delete from semai.handover")) {
            assertThatThrownBy(() -> database.sql(change).update()).hasMessageContaining("append-only");
        }
    }

    private void account(String id, String unit, String... roles) {
        User user = identity.newUser(id);
        user.setPassword(office.password());
        Office.save(identity, user);
        accounts.add(id);
        identity.createTenantUserMembership(unit, id);
        for (String role : roles) {
            identity.createMembership(id, role);
        }
    }

    private Task claimed(Person person, String key) {
        Task found = person.task(story.innovation, key);
        Office.accepted(person.claim(found.id()));
        return found;
    }

    private Answer order(Person by, String receiver, Task... tasks) {
        return order(by, "kepala.dikbud", receiver, tasks);
    }

    private Answer order(Person by, String giver, String receiver, Task... tasks) {
        return send(
                by,
                Map.of(
                        "giver",
                        giver,
                        "receiver",
                        receiver,
                        "tasks",
                        List.of(tasks).stream().map(Task::id).toList()));
    }

    private Answer send(Person by, Map<String, Object> changes) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("giver", "kepala.dikbud");
        order.put("receiver", "plt.dikbud");
        order.put("reason", "plt");
        order.put("note", null);
        order.put("tasks", List.of(task.id()));
        order.putAll(changes);
        return by.api("POST", "/api/serah-terima", order);
    }

    private void keep(String person, int version, String text) {
        assertThat(put(person, version, text).status()).isEqualTo(200);
    }

    private Answer put(String person, int version, String text) {
        return office.as(person)
                .api(
                        "PUT",
                        "/api/drafts/" + task.id(),
                        Map.of("person", person, "version", version, "answers", Map.of("text", text)));
    }

    private Answer draft(String person) {
        return office.as(person).page("/api/drafts/" + task.id());
    }

    private static String text(Answer page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private String line(String account) {
        String page = coordinator.page("/serah-terima").body();
        int from = page.indexOf("<strong>" + account);
        assertThat(from).as(account).isPositive();
        return page.substring(from, page.indexOf("</a>", from));
    }

    private String assignee(Task task) {
        return database.sql("select assignee_ from act_ru_task where id_ = ?")
                .param(task.id())
                .query(String.class)
                .single();
    }

    private Map<String, Object> recorded(Task task) {
        return database.sql("select * from semai.handover where task = ?")
                .param(task.id())
                .query()
                .singleRow();
    }

    private void assertNothingChanged() {
        assertThat(assignee(task)).isEqualTo("kepala.dikbud");
        assertThat(database.sql("select count(*) from semai.handover where task = ?")
                        .param(task.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}

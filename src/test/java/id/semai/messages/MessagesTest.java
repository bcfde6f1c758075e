package id.semai.messages;

import static id.semai.messages.Mailroom.ACTING;
import static id.semai.messages.Mailroom.BASE;
import static id.semai.messages.Mailroom.HEAD;
import static id.semai.messages.Mailroom.INNOVATOR;
import static id.semai.messages.Mailroom.beside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import id.semai.messages.MailServer.Mail;
import id.semai.messages.MessageSettings.Mode;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.env.Environment;

/** People are told of their tasks by mail: what is committed, once, and never in the engine's way. */
@EndToEnd
class MessagesTest {

    private static final String SIGN = "Task_SignCommitment";
    private static final String VERIFY = "Task_VerifyCommitment";
    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    /** A Sunday; long after whatever other tests have left was due. */
    private static final LocalDate SUNDAY = LocalDate.parse("2099-03-01");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Messenger ofTheApplication;

    @Autowired
    Environment environment;

    private final MailServer post = new MailServer();
    private Mailroom room;
    private Courier courier;
    private Messenger messenger;

    @BeforeEach
    void open() {
        room = new Mailroom(beans);
        room.open();
        courier = room.courier(post.channel());
        messenger = room.messenger(Mode.AT_ONCE, 3, courier);
    }

    @AfterEach
    void close() {
        room.close();
        post.close();
    }

    @Test
    void offByDefaultNothingIsEvenLookedFor() {
        Story story = room.proposed();
        ofTheApplication.look();
        assertThat(ofTheApplication.isRunning()).isFalse();
        assertThat(ofTheApplication.couriers()).isEmpty();
        assertThat(room.kinds(HEAD)).isEmpty();
        assertThat(room.task(story, SIGN)).isNotNull();
    }

    @Test
    void aNewTaskIsToldAtOnceAndOnceToThoseWhoCanDoIt() {
        Story story = room.proposed();
        String task = room.task(story, SIGN).getId();
        go();
        go();
        assertThat(post.mails()).hasSize(1);
        Mail mail = post.mails().get(0);
        assertThat(mail.to()).isEqualTo(HEAD + "@rsud.example.go.id");
        assertThat(mail.subject()).isEqualTo("Semai: 1 tugas baru");
        assertThat(mail.automatic()).isEqualTo("auto-generated");
        assertThat(mail.plain())
                .contains("TUGAS BARU\n\n- Menandatangani pernyataan komitmen: Antrean Daring Puskesmas Alas\n")
                .contains("\n  Rumah Sakit Umum Daerah Sumbawa · Komitmen inovasi · batas waktu ")
                .contains(" pukul 23.59 WITA\n")
                .contains(BASE + "/camunda/app/tasklist/default/#/?task=" + task + "\n")
                .contains(BASE + "/inovasi/" + story.innovation + "\n");
        assertThat(mail.html())
                .contains("<html lang=\"id\"", ">Tugas baru</h2>", "pukul 23.59 WITA")
                .contains("href=\"" + BASE + "/camunda/app/tasklist/default/#/?task=" + task + "\"")
                .contains("href=\"" + BASE + "/inovasi/" + story.innovation + "\"");
    }

    @Test
    void nobodyIsNamedInIt() {
        room.proposed();
        go();
        Mail mail = post.mails().get(0);
        assertThat(mail.subject() + mail.plain() + mail.html())
                .doesNotContain("Sri", "Wahyuni", "Made", "Suparta", HEAD, INNOVATOR, "@");
    }

    @Test
    void whatIsRolledBackIsNeverToldAndWhatIsNotCommittedNotYet() {
        Story story = room.proposed().signs();
        go();
        int before = post.mails().size();
        room.transaction.executeWithoutResult(status -> {
            sendBack(story);
            beside(this::go).join();
            status.setRollbackOnly();
        });
        go();
        assertThat(post.mails()).hasSize(before);
        room.transaction.executeWithoutResult(status -> {
            sendBack(story);
            beside(this::go).join();
            assertThat(post.mails()).hasSize(before);
        });
        story.head().task(story.innovation, SIGN);
        go();
        assertThat(post.mails()).hasSize(before + 1);
    }

    @Test
    void aReturnIsToldAsOneAndTheWorkThatFollowsIsNew() {
        Story story = room.proposed();
        go();
        story.signs();
        sendBack(story);
        story.head().task(story.innovation, SIGN);
        go();
        assertThat(post.mails()).extracting(Mail::subject).contains("Semai: 1 dikembalikan");
        assertThat(post.mails().get(post.mails().size() - 1).plain()).contains("DIKEMBALIKAN\n\n- Menandatangani");
        room.messenger(Mode.AT_ONCE, 3, room.courier(new Nowhere("webhook"))).look();
        story.signs();
        story.coordinator().task(story.innovation, VERIFY);
        room.messenger(Mode.AT_ONCE, 3, room.courier(new Nowhere("webhook"))).look();
        assertThat(room.kinds("koordinator"))
                .as("verifying for the second time")
                .containsExactly("new");
    }

    @Test
    void aDeadlineIsToldOnceWhenItComesAndOnceWhenItHasPassed() {
        Story story = room.proposed();
        Instant due = at(SUNDAY.plusDays(20), 23, 59).toInstant();
        room.setDue(story, SIGN, due);
        room.setClock(due.minus(Duration.ofDays(10)));
        go();
        room.setClock(at(SUNDAY.plusDays(16), 23, 0).toInstant());
        go();
        assertThat(post.mails()).extracting(Mail::subject).containsExactly("Semai: 1 tugas baru");
        room.setClock(at(SUNDAY.plusDays(17), 7, 30).toInstant());
        go();
        go();
        room.setClock(due.plusSeconds(1));
        go();
        go();
        assertThat(post.mails())
                .extracting(Mail::subject)
                .containsExactly("Semai: 1 tugas baru", "Semai: 1 mendekati batas waktu", "Semai: 1 lewat batas waktu");
        room.setDue(story, SIGN, due.plus(Duration.ofDays(30)));
        room.setClock(due.plus(Duration.ofDays(29)));
        go();
        assertThat(post.mails()).as("a deadline that was put off comes anew").hasSize(4);
    }

    @Test
    void whoHasTakenATaskIsToldOfItsDeadlineAndNotThatItIsNew() {
        Story story = room.proposed();
        Office.accepted(room.office.as(HEAD).claim(room.task(story, SIGN).getId()));
        go();
        assertThat(post.mails()).isEmpty();
        room.setClock(room.task(story, SIGN).getDueDate().toInstant().plusSeconds(1));
        go();
        assertThat(post.mails()).extracting(Mail::subject).containsExactly("Semai: 1 lewat batas waktu");
    }

    @Test
    void whoATaskIsHandedOverToIsToldOfItOnce() {
        Story story = room.proposed();
        String task = room.task(story, SIGN).getId();
        Office.accepted(story.head().claim(task));
        room.employActing();
        hand(story, task, HEAD, ACTING);
        go();
        go();
        assertThat(post.mails()).extracting(Mail::to).containsExactly(ACTING + "@rsud.example.go.id");
        Mail mail = post.mails().get(0);
        assertThat(mail.subject()).isEqualTo("Semai: 1 tugas serah terima");
        assertThat(mail.plain())
                .contains("TUGAS SERAH TERIMA", "#/?task=" + task)
                .doesNotContain(HEAD, ACTING);

        hand(story, task, ACTING, HEAD);
        hand(story, task, HEAD, ACTING);
        go();
        assertThat(post.mails()).extracting(Mail::to).hasSize(2).containsOnly(ACTING + "@rsud.example.go.id");
    }

    @Test
    void whatWasHandedOnBeforeTheLetterWentOutIsNotToldAnyMore() {
        Story story = room.proposed();
        String task = room.task(story, SIGN).getId();
        Office.accepted(story.head().claim(task));
        room.employActing();
        hand(story, task, HEAD, ACTING);
        messenger.look();
        hand(story, task, ACTING, HEAD);
        courier.round();
        assertThat(post.mails()).isEmpty();
        assertThat(room.outcomes()).contains("needless");
    }

    @Test
    void whatWasDoneBeforeTheLetterWentOutIsNotToldAnyMore() {
        Story story = room.proposed();
        messenger.look();
        story.signs();
        courier.round();
        assertThat(post.mails()).isEmpty();
        assertThat(room.outcomes()).containsExactly("needless");
    }

    @Test
    void aDigestComesOnWorkingMorningsWithAllThatIsNew() {
        messenger = room.messenger(Mode.DIGEST, 3, Set.of(SUNDAY.plusDays(3)), courier);
        room.setClock(at(SUNDAY, 8, 0).toInstant());
        Story first = far(room.proposed());
        Story second = far(room.proposed());
        go();
        goAt(SUNDAY.plusDays(1), 7, 29);
        assertThat(post.mails()).as("Sunday, and before half past seven").isEmpty();
        goAt(SUNDAY.plusDays(1), 7, 30);
        go();
        assertThat(post.mails()).extracting(Mail::subject).containsExactly("Semai: 2 tugas baru");
        assertThat(post.mails().get(0).plain()).contains(first.innovation, second.innovation);
        far(room.proposed());
        goAt(SUNDAY.plusDays(1), 9, 0);
        goAt(SUNDAY.plusDays(1), 20, 0);
        assertThat(post.mails()).as("one a morning").hasSize(1);
        goAt(SUNDAY.plusDays(2), 8, 15);
        assertThat(post.mails()).hasSize(2);
        far(room.proposed());
        goAt(SUNDAY.plusDays(3), 8, 0);
        assertThat(post.mails()).as("a holiday").hasSize(2);
        goAt(SUNDAY.plusDays(4), 8, 0);
        goAt(SUNDAY.plusDays(5), 8, 0);
        assertThat(post.mails()).as("nothing new, no letter").hasSize(3);
    }

    @Test
    void aLetterWaitsForAServerThatIsDownAndArrivesOnce() {
        room.proposed();
        post.stop();
        go();
        go();
        assertThat(courier.failures()).isEqualTo(1);
        post.start();
        go();
        assertThat(post.mails()).as("the pause is not over").isEmpty();
        room.clock.move(Duration.ofMinutes(1));
        go();
        go();
        assertThat(post.mails()).hasSize(1);
        assertThat(courier.sent()).isEqualTo(1);
    }

    @Test
    void afterADayOfTriesItIsGivenUp() {
        room.proposed();
        post.stop();
        go();
        room.clock.move(Duration.ofHours(25));
        go();
        assertThat(room.outcomes()).containsExactly("given-up");
        assertThat(courier.givenUp()).isEqualTo(1);
        post.start();
        go();
        assertThat(post.mails()).isEmpty();
    }

    @Test
    void twoNodesThatLookAtTheSameTimeWriteOneLetter() {
        room.proposed();
        Messenger other = room.messenger(Mode.AT_ONCE, 3, courier);
        CompletableFuture.allOf(beside(messenger::look), beside(other::look)).join();
        messenger.look();
        assertThat(room.outcomes()).containsExactly("waiting");
    }

    @Test
    void whatOneNodeIsSendingAnotherDoesNotSend() throws Exception {
        room.proposed();
        messenger.look();
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> slow = beside(room.courier(slow(sending, done))::round);
        sending.await(30, TimeUnit.SECONDS);
        courier.round();
        assertThat(post.mails()).isEmpty();
        done.countDown();
        slow.join();
        courier.round();
        assertThat(post.mails()).hasSize(1);
    }

    @Test
    void ifTheAnswerIsLostWithTheNodeTheLetterComesAgainUnderTheSameId() {
        room.proposed();
        messenger.look();
        assertThatThrownBy(room.courier(dying())::round).isInstanceOf(NodeDied.class);
        courier.round();
        assertThat(post.mails()).hasSize(2);
        assertThat(post.mails())
                .extracting(Mail::id)
                .allMatch(post.mails().get(0).id()::equals);
    }

    @Test
    void aServerThatHangsHoldsUpNobody() throws Exception {
        Story story = room.proposed();
        messenger.look();
        try (ServerSocket silent = new ServerSocket(0)) {
            Courier patient = room.courier(MailServer.channel(silent.getLocalPort(), 60_000));
            CompletableFuture<Void> hanging = beside(patient::round);
            try (Socket held = silent.accept()) {
                story.signs().verified();
                assertThat(room.office.nobody().page("/actuator/health").status())
                        .isEqualTo(200);
                messenger.look();
                assertThat(hanging).as("still hangs on " + held).isNotDone();
            }
            hanging.get(30, TimeUnit.SECONDS);
            assertThat(patient.failures()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatHangsIsNotWaitedForLong() throws Exception {
        room.proposed();
        messenger.look();
        try (ServerSocket silent = new ServerSocket(0)) {
            Courier hasty = room.courier(MailServer.channel(silent.getLocalPort(), 300));
            beside(hasty::round).get(30, TimeUnit.SECONDS);
            assertThat(hasty.failures()).isEqualTo(1);
        }
        assertThat(room.outcomes()).containsExactly("waiting");
    }

    @Test
    void theApplicationsOwnWayToAMailServerHasTimeOuts() {
        for (String protocol : new String[] {"smtp", "smtps"}) {
            for (String what : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
                assertThat(environment.getProperty(
                                "spring.mail.properties.mail." + protocol + "." + what, Integer.class))
                        .isBetween(1, 60_000);
            }
        }
    }

    @Test
    void aRunningMessengerNeedsNobodyToCallIt() {
        messenger.start();
        try {
            room.proposed();
            Office.eventually(() -> post.mails().isEmpty() ? null : post.mails());
        } finally {
            messenger.stop();
        }
        assertThat(messenger.isRunning()).isFalse();
        assertThat(post.mails()).hasSize(1);
    }

    @Test
    void ofTasksThatAreNoMoreNothingIsKeptForLong() {
        Story story = room.proposed();
        go();
        String task = room.task(story, SIGN).getId();
        story.signs();
        room.clock.move(Duration.ofDays(2));
        messenger.look();
        assertThat(room.everything()).noneMatch(row -> task.equals(row.get("task")));
        assertThat(room.outcomes()).isEmpty();
    }

    private static void hand(Story story, String task, String giver, String receiver) {
        Office.accepted(story.coordinator()
                .api(
                        "POST",
                        "/api/serah-terima",
                        Map.of(
                                "giver",
                                giver,
                                "receiver",
                                receiver,
                                "reason",
                                "plt",
                                "note",
                                "",
                                "tasks",
                                List.of(task))));
    }

    private void go() {
        messenger.look();
        courier.round();
    }

    private void goAt(LocalDate day, int hour, int minute) {
        room.setClock(at(day, hour, minute).toInstant());
        go();
    }

    private static ZonedDateTime at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(WITA);
    }

    /** With a deadline that lies beyond the test's days. */
    private Story far(Story story) {
        room.setDue(story, SIGN, at(SUNDAY.plusYears(1), 0, 0).toInstant());
        return story;
    }

    private void sendBack(Story story) {
        String verifying = story.coordinator().task(story.innovation, VERIFY).id();
        room.tasks.complete(verifying, Map.of("decision", "return", "note", "Tanda tangan belum ada."));
    }

    private Channel slow(CountDownLatch sending, CountDownLatch done) {
        return new Nowhere(MailChannel.NAME) {
            @Override
            public void send(Letter letter, Content content) {
                sending.countDown();
                try {
                    done.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                post.channel().send(letter, content);
            }
        };
    }

    private Channel dying() {
        return new Nowhere(MailChannel.NAME) {
            @Override
            public void send(Letter letter, Content content) {
                post.channel().send(letter, content);
                throw new NodeDied();
            }
        };
    }

    private static class NodeDied extends Error {}

    /** A channel of that name. */
    private static class Nowhere implements Channel {

        private final String name;

        Nowhere(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void send(Letter letter, Content content) {}
    }
}

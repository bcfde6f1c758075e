package id.semai.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What administrators do to the shipped files, and what they are told that they did. */
class ChangesTest {

    private static final Map<String, String> ROLES = Map.of(
            "coordinator", "Bagian Organisasi",
            "leadership", "Pimpinan daerah",
            "innovator", "Tim pelaksana inovasi",
            "unit-head", "Kepala perangkat daerah/unit kerja",
            "facilitator", "Fasilitator LAN atau perguruan tinggi");

    /** An edit of a file: pairs of what is replaced and by what; then all that is told. */
    record Edit(String file, List<String> replaced, List<String> told) {

        Edit tells(String... sentences) {
            return new Edit(file, replaced, List.of(sentences));
        }

        byte[] before() {
            return Xml.bytes(Xml.FOLDER.resolve(file));
        }

        byte[] after() {
            String text = new String(before(), StandardCharsets.UTF_8);
            for (int i = 0; i < replaced.size(); i += 2) {
                assertThat(text).contains(replaced.get(i));
                int at = text.indexOf(replaced.get(i));
                text = text.substring(0, at)
                        + replaced.get(i + 1)
                        + text.substring(at + replaced.get(i).length());
            }
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return file + ": " + String.join(" → ", replaced).replaceAll("\\s+", " ");
        }
    }

    private static Edit edit(String file, String... replaced) {
        return new Edit(file, List.of(replaced), List.of());
    }

    private static Edit plan(String... replaced) {
        return edit("action-plan.bpmn", replaced);
    }

    private static Edit commitment(String... replaced) {
        return edit("commitment.bpmn", replaced);
    }

    private static Edit journey(String... replaced) {
        return edit("innovation-journey.bpmn", replaced);
    }

    static Stream<Edit> edits() {
        return Stream.of(names(), people(), paths(), times(), engine(), structure(), tables(), forms())
                .flatMap(List::stream);
    }

    private static List<Edit> names() {
        return List.of(
                plan("name=\"Menelaah kelayakan inovasi\"", "name=\"Memeriksa kelayakan inovasi\"")
                        .tells(
                                "Tugas “Memeriksa kelayakan inovasi”: nama berubah dari “Menelaah kelayakan inovasi” menjadi “Memeriksa kelayakan inovasi”"),
                plan("name=\"Rencana aksi inovasi\"", "name=\"Rencana aksi\"")
                        .tells(
                                "Proses “Rencana aksi”: nama berubah dari “Rencana aksi inovasi” menjadi “Rencana aksi”"),
                plan("Setelah ini, susun kegiatan pada formulir berikutnya.</", "Lalu susun kegiatan.</")
                        .tells(
                                "Tugas “Mengisi pokok rencana aksi”: penjelasan berubah dari Isi pokok rencana aksi: identitas, masalah, tujuan, kebaruan, indikator dengan nilai awal dan target, serta sumber daya. Bila rencana dikembalikan, catatan penelaah tampak di atas bagian yang perlu diperbaiki. Setelah ini, susun kegiatan pada formulir berikutnya. menjadi Isi pokok rencana aksi: identitas, masalah, tujuan, kebaruan, indikator dengan nilai awal dan target, serta sumber daya. Bila rencana dikembalikan, catatan penelaah tampak di atas bagian yang perlu diperbaiki. Lalu susun kegiatan."),
                plan("name=\"kembali\" ", "")
                        .tells("Alur “Langkah berikutnya? → Mengisi pokok rencana aksi”: nama dihapus: “kembali”"),
                plan(
                                "Task_AdvisePlan",
                                "Task_Facilitate",
                                "Flow_AdvisePlan_ReviewPlan\" sourceRef=\"Task_AdvisePlan",
                                "Flow_AdvisePlan_ReviewPlan\" sourceRef=\"Task_Facilitate",
                                "targetRef=\"Task_AdvisePlan",
                                "targetRef=\"Task_Facilitate")
                        .tells(
                                "Tugas “Memberi masukan atas rencana aksi”: id berubah dari Task_AdvisePlan menjadi Task_Facilitate"),
                plan("id=\"Flow_Kind_DraftRows\"", "id=\"Flow_0x1\"")
                        .tells(
                                "Alur “Menentukan jenis inovasi → Menyusun kegiatan rencana aksi”: id berubah dari Flow_Kind_DraftRows menjadi Flow_0x1"));
    }

    private static List<Edit> people() {
        return List.of(
                plan(
                                "plan-review\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"coordinator\"",
                                "plan-review\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"leadership\"")
                        .tells(
                                "Tugas “Menelaah kelayakan inovasi”: peran berubah dari Bagian Organisasi menjadi Pimpinan daerah"),
                plan("camunda:candidateGroups=\"facilitator\"", "camunda:candidateGroups=\"facilitator, coordinator\"")
                        .tells(
                                "Tugas “Memberi masukan atas rencana aksi”: peran berubah dari Fasilitator LAN atau perguruan tinggi menjadi Fasilitator LAN atau perguruan tinggi atau Bagian Organisasi"),
                plan("camunda:candidateGroups=\"facilitator\"", "camunda:assignee=\"${advisor}\"")
                        .tells(
                                "Tugas “Memberi masukan atas rencana aksi”: peran dihapus: Fasilitator LAN atau perguruan tinggi",
                                "Tugas “Memberi masukan atas rencana aksi”: pelaksana yang ditunjuk ditambahkan: ${advisor}"),
                journey("\"innovator,unit-head\"", "\"unit-head\"")
                        .tells(
                                "Proses “Usulan inovasi”: yang boleh memulai berubah dari Tim pelaksana inovasi atau Kepala perangkat daerah/unit kerja menjadi Kepala perangkat daerah/unit kerja"),
                plan("\"Task_DraftHeader,Task_DraftRows,Task_ApprovePlan\"", "\"Task_DraftHeader,Task_DraftRows\"")
                        .tells(
                                "Tugas “Menelaah kelayakan inovasi”: tidak oleh pelaksana tugas berubah dari “Mengisi pokok rencana aksi” dan “Menyusun kegiatan rencana aksi” dan “Menyetujui rencana aksi” menjadi “Mengisi pokok rencana aksi” dan “Menyusun kegiatan rencana aksi”"),
                commitment("<camunda:property name=\"evidence\" value=\"required\" />", "")
                        .tells("Tugas “Menandatangani pernyataan komitmen”: bukti dihapus: wajib"),
                plan("camunda:formRef=\"plan-approval\"", "camunda:formRef=\"plan-review\"")
                        .tells(
                                "Tugas “Menyetujui rencana aksi”: formulir berubah dari plan-approval menjadi plan-review"));
    }

    private static List<Edit> paths() {
        return List.of(
                plan("${rowsDecision == 'submit'}", "${rowsDecision != 'withdraw'}")
                        .tells(
                                "Alur “diajukan”: syarat berubah dari ${rowsDecision == 'submit'} menjadi ${rowsDecision != 'withdraw'}"),
                plan("default=\"Flow_Reviewed_Draft\"", "default=\"Flow_Reviewed_Refused\"")
                        .tells(
                                "Gerbang “Hasil penelaahan?”: alur bawaan berubah dari “dikembalikan” menjadi “tidak memenuhi syarat”"),
                plan(
                                "sourceRef=\"Task_ReviewPlan\" targetRef=\"Rule_Eligibility\"",
                                "sourceRef=\"Task_ReviewPlan\" targetRef=\"Rule_Gaps\"")
                        .tells(
                                "Alur “Menelaah kelayakan inovasi → Merinci kekurangan”: tujuan alur berubah dari “Menentukan kelayakan” menjadi “Merinci kekurangan”"),
                plan(
                                "name=\"tidak memenuhi syarat\" sourceRef=\"Gateway_Reviewed\"",
                                "name=\"tidak memenuhi syarat\" sourceRef=\"Gateway_Submitted\"")
                        .tells(
                                "Alur “tidak memenuhi syarat”: asal alur berubah dari “Hasil penelaahan?” menjadi “Diajukan?”"),
                plan("name=\"outcome\" value=\"refused\"", "name=\"outcome\" value=\"returned\"")
                        .tells(
                                "Peristiwa akhir “Tidak memenuhi syarat”: kode hasil berubah dari refused menjadi returned"),
                plan("value=\"not-eligible\"", "value=\"out-of-scope\"")
                        .tells(
                                "Peristiwa akhir “Tidak memenuhi syarat”: kode alasan berubah dari not-eligible menjadi out-of-scope"),
                commitment(
                                "<bpmn:sequenceFlow id=\"Flow_Commitment_Sign\"",
                                """
                                <bpmn:sequenceFlow id="Flow_Answer_Declined" name="belum bersedia" sourceRef="Gateway_Answer" targetRef="End_Declined">
                                <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${signDecision == 'decline'}</bpmn:conditionExpression>
                                </bpmn:sequenceFlow><bpmn:sequenceFlow id="Flow_Commitment_Sign\"""",
                                """
                                    <bpmn:sequenceFlow id="Flow_Answer_Declined" name="belum bersedia" sourceRef="Gateway_Answer" targetRef="End_Declined">
                                      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${signDecision == 'decline'}</bpmn:conditionExpression>
                                    </bpmn:sequenceFlow>
                                """,
                                "")
                        .tells(
                                "Gerbang “Jawaban?”: urutan berubah dari “di atas kertas”, “tidak ada jawaban”, “belum bersedia” menjadi “belum bersedia”, “di atas kertas”, “tidak ada jawaban”"));
    }

    private static List<Edit> times() {
        return List.of(
                plan("value=\"${deadline(&#39;action-plan.due&#39;)}\"", "value=\"${deadline('P45D')}\"")
                        .tells(
                                "Subproses “Penyusunan”: batas waktu berubah dari jangka waktu menurut pengaturan “action-plan.due” menjadi 45 hari"),
                plan("R/${duration('action-plan.reminder')}", "R/P3D")
                        .tells(
                                "Peristiwa awal “Waktunya mengingatkan”: pewaktu berubah dari berulang setiap jangka waktu menurut pengaturan “action-plan.reminder” menjadi berulang setiap 3 hari"),
                plan(
                                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${deadline('action-plan.follow-up')}</bpmn:timeDate>",
                                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P1M15D</bpmn:timeDuration>")
                        .tells(
                                "Peristiwa awal “Rencana aksi terlambat”: pewaktu berubah dari setelah jangka waktu menurut pengaturan “action-plan.follow-up” menjadi setelah 1 bulan 15 hari"),
                commitment(
                                "name=\"Waktunya menindaklanjuti\" cancelActivity=\"false\"",
                                "name=\"Waktunya menindaklanjuti\"")
                        .tells(
                                "Peristiwa batas “Waktunya menindaklanjuti”: sifat peristiwa berubah dari tidak menghentikan pekerjaan menjadi menghentikan pekerjaan"),
                commitment(" camunda:dueDate=\"${commitmentDueAt}\"", "")
                        .tells("Tugas “Menandatangani pernyataan komitmen”: batas waktu dihapus: ${commitmentDueAt}"),
                commitment(
                                "camunda:dueDate=",
                                "camunda:priority=\"80\" camunda:followUpDate=\"${now()}\" camunda:dueDate=")
                        .tells(
                                "Tugas “Menandatangani pernyataan komitmen”: prioritas ditambahkan: 80",
                                "Tugas “Menandatangani pernyataan komitmen”: tanggal tindak lanjut ditambahkan: ${now()}"),
                plan("camunda:historyTimeToLive=\"P3650D\"", "camunda:historyTimeToLive=\"P365D\"")
                        .tells("Proses “Rencana aksi inovasi”: masa simpan riwayat berubah dari P3650D menjadi P365D"));
    }

    private static List<Edit> engine() {
        return List.of(
                plan("camunda:delegateExpression=\"${freezeBaseline}\"", "camunda:delegateExpression=\"${remind}\"")
                        .tells(
                                "Langkah otomatis “Membekukan data dasar versi 1”: langkah otomatis berubah dari ${freezeBaseline} menjadi ${remind}"),
                journey("calledElement=\"rollout\"", "calledElement=\"rollout-2027\"")
                        .tells(
                                "Pemanggilan proses “Uji coba dan penerapan”: proses yang dipanggil berubah dari rollout menjadi rollout-2027"),
                plan("camunda:decisionRef=\"innovation-kind\"", "camunda:decisionRef=\"legal-instrument\"")
                        .tells(
                                "Langkah keputusan “Menentukan jenis inovasi”: aturan keputusan berubah dari innovation-kind menjadi legal-instrument"),
                plan(
                                "<camunda:outputParameter name=\"rowsDecision\">${decision}<",
                                "<camunda:outputParameter name=\"rowsAnswer\">${decision}<")
                        .tells(
                                "Tugas “Menyusun kegiatan rencana aksi”: keluaran ditambahkan: rowsAnswer = ${decision}",
                                "Tugas “Menyusun kegiatan rencana aksi”: keluaran dihapus: rowsDecision = ${decision}"),
                plan(
                                "<camunda:inputParameter name=\"decision\">${null}<",
                                "<camunda:inputParameter name=\"decision\">submit<")
                        .tells(
                                "Tugas “Menyusun kegiatan rencana aksi”: masukan berubah dari decision = ${null} menjadi decision = submit"),
                journey("camunda:asyncBefore=\"true\" ", "")
                        .tells(
                                "Langkah otomatis “Memberi tahu workshop”: pelaksanaan terpisah dihapus: sebelum langkah: ya"),
                journey("R10/PT5S", "R3/PT1M")
                        .tells(
                                "Langkah otomatis “Memberi tahu workshop”: pengulangan bila gagal berubah dari 10 kali setiap 5 detik menjadi 3 kali setiap 1 menit"),
                journey("<camunda:in variables=\"all\" />", "<camunda:in source=\"unit\" target=\"unit\" />")
                        .tells(
                                "Pemanggilan proses “Komitmen inovasi”: data yang diteruskan berubah dari masuk: semua data menjadi masuk: unit sebagai unit"),
                edit(
                                "workshop.bpmn",
                                "camunda:collection=\"${signingUnits}\"",
                                "isSequential=\"true\" camunda:collection=\"${signingUnits}\"")
                        .tells(
                                "Subproses “Setiap perangkat daerah”: pengulangan berubah dari untuk setiap unit dari ${signingUnits}, bersamaan menjadi untuk setiap unit dari ${signingUnits}, satu per satu"),
                commitment("name=\"commitment-closed\"", "name=\"commitment-shut\"")
                        .tells(
                                "Pesan “commitment-shut”: nama berubah dari “commitment-closed” menjadi “commitment-shut”"),
                commitment("messageRef=\"Message_CommitmentClosed\"", "messageRef=\"Message_CommitmentSignedOnPaper\"")
                        .tells(
                                "Peristiwa batas “Ditutup oleh workshop”: pesan berubah dari “commitment-closed” menjadi “commitment-signed-on-paper”"));
    }

    private static List<Edit> structure() {
        return List.of(
                plan("name=\"stage\" value=\"action-plan.review\"", "name=\"stage\" value=\"action-plan.check\"")
                        .tells(
                                "Subproses “Penelaahan”: kode tahap berubah dari action-plan.review menjadi action-plan.check"),
                plan("<camunda:property name=\"stage\" value=\"action-plan.review\" />", "")
                        .tells("Subproses “Penelaahan”: kode tahap dihapus: action-plan.review"),
                plan("<bpmn:terminateEventDefinition id=\"TerminateDefinition_Approved\" />", "")
                        .tells(
                                "Peristiwa akhir “Rencana aksi disetujui”: jenis peristiwa dihapus: mengakhiri semua yang masih terbuka"),
                plan(
                                "<bpmn:serviceTask id=\"Service_Remind\" name=\"Mengirim pengingat\" camunda:delegateExpression=\"${remind}\">",
                                "<bpmn:receiveTask id=\"Service_Remind\" name=\"Mengirim pengingat\">",
                                "</bpmn:serviceTask>\n      <bpmn:endEvent id=\"End_Reminded\"",
                                "</bpmn:receiveTask>\n      <bpmn:endEvent id=\"End_Reminded\"")
                        .tells(
                                "Langkah menunggu pesan “Mengirim pengingat”: jenis berubah dari Langkah otomatis menjadi Langkah menunggu pesan",
                                "Langkah menunggu pesan “Mengirim pengingat”: langkah otomatis dihapus: ${remind}"),
                commitment("attachedToRef=\"Task_SignCommitment\"", "attachedToRef=\"Task_FollowUpCommitment\"")
                        .tells(
                                "Peristiwa batas “Ditandatangani di atas kertas”: tempat melekat berubah dari “Menandatangani pernyataan komitmen” menjadi “Menindaklanjuti komitmen yang belum ditandatangani”"),
                plan(
                                "<bpmn:sequenceFlow id=\"Flow_Eligibility_Gaps\"",
                                """
                                <bpmn:userTask id="Task_LegalReview" name="Menelaah aspek hukum" camunda:formRef="plan-review" camunda:candidateGroups="coordinator" />
                                <bpmn:sequenceFlow id="Flow_LegalReview_Gaps" sourceRef="Task_LegalReview" targetRef="Rule_Gaps" />
                                <bpmn:sequenceFlow id="Flow_Eligibility_Gaps\"""",
                                "sourceRef=\"Rule_Eligibility\" targetRef=\"Rule_Gaps\"",
                                "sourceRef=\"Rule_Eligibility\" targetRef=\"Task_LegalReview\"")
                        .tells(
                                "Tugas “Menelaah aspek hukum” ditambahkan (peran Bagian Organisasi; formulir plan-review)",
                                "Alur “Menelaah aspek hukum → Merinci kekurangan” ditambahkan",
                                "Alur “Menentukan kelayakan → Menelaah aspek hukum”: tujuan alur berubah dari “Merinci kekurangan” menjadi “Menelaah aspek hukum”"),
                plan(
                                """
                                      <bpmn:sequenceFlow id="Flow_Facilitated_AdvisePlan" name="ya" sourceRef="Gateway_Facilitated" targetRef="Task_AdvisePlan">
                                        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${facilitated}</bpmn:conditionExpression>
                                      </bpmn:sequenceFlow>
                                """,
                                "")
                        .tells(
                                "Alur “ya” dihapus (Didampingi? → Memberi masukan atas rencana aksi; syarat ${facilitated})"),
                plan(
                                """
                                      <bpmn:endEvent id="End_Chased" name="Tindak lanjut dicatat">
                                        <bpmn:incoming>Flow_ChasePlan_Chased</bpmn:incoming>
                                      </bpmn:endEvent>
                                """,
                                "",
                                "</bpmn:process>",
                                "<bpmn:endEvent id=\"End_Chased\" name=\"Tindak lanjut dicatat\"/></bpmn:process>")
                        .tells(
                                "Peristiwa akhir “Tindak lanjut dicatat”: letak berubah dari “Rencana aksi terlambat” menjadi “Rencana aksi inovasi”"),
                plan("<bpmn:process id=\"action-plan\"", "<bpmn:process id=\"action-plan-2\"")
                        .tells("Proses “Rencana aksi inovasi”: id berubah dari action-plan menjadi action-plan-2"));
    }

    private static List<Edit> tables() {
        return List.of(
                edit("legal-instrument.dmn", "<text>\"perda\"</text>", "<text>\"perkada\"</text>")
                        .tells(
                                "Baris “Beban atau pembatasan bagi masyarakat memerlukan Peraturan Daerah.”: hasil berubah dari Produk hukum yang disarankan: \"perda\" menjadi Produk hukum yang disarankan: \"perkada\""),
                edit(
                                "legal-instrument.dmn",
                                """
                                        <inputEntry id="Rule_1_burdensBudget">
                                          <text>-</text>\
                                """,
                                "<inputEntry id=\"Rule_1_burdensBudget\"><text>true</text>")
                        .tells(
                                "Baris “Beban atau pembatasan bagi masyarakat memerlukan Peraturan Daerah.”: syarat berubah dari Membebani APBD: - menjadi Membebani APBD: true"),
                edit("legal-instrument.dmn", "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")
                        .tells(
                                "Tabel keputusan DecisionTable_LegalInstrument: aturan baris yang berlaku berubah dari FIRST menjadi UNIQUE"),
                edit(
                                "legal-instrument.dmn",
                                "<rule id=\"Rule_1\">",
                                """
                                <rule id="Rule_0"><inputEntry id="a"><text>-</text></inputEntry><inputEntry id="b"><text>-</text></inputEntry>
                                <inputEntry id="c"><text>-</text></inputEntry><outputEntry id="d"><text>"decree"</text></outputEntry></rule>
                                <rule id="Rule_1">""")
                        .tells(
                                "Baris Rule_0 ditambahkan (syarat Membebani atau membatasi masyarakat: -; syarat Membebani APBD: -; syarat Mengatur lebih dari satu perangkat daerah: -; hasil Produk hukum yang disarankan: \"decree\")"));
    }

    private static List<Edit> forms() {
        return List.of(
                edit("legal-draft.form", "\"maxLength\": 2000", "\"maxLength\": 4000")
                        .tells(
                                "Isian teks panjang “Pokok pengaturan”: batas isian berubah dari paling banyak (huruf) 2000 menjadi paling banyak (huruf) 4000"),
                edit("legal-draft.form", "\"required\": true", "\"required\": false")
                        .tells("Isian teks panjang “Pokok pengaturan”: wajib diisi berubah dari ya menjadi tidak"),
                edit("legal-draft.form", "Menimbulkan beban APBD", "Membebani APBD")
                        .tells(
                                "Kotak centang “Membebani APBD”: label berubah dari “Menimbulkan beban APBD” menjadi “Membebani APBD”"),
                edit(
                                "adoption-decision.form",
                                """
                                        {
                                          "label": "Hentikan",
                                          "value": "stop"
                                        }\
                                """,
                                """
                                        {
                                          "label": "Tunda",
                                          "value": "postpone"
                                        }\
                                """)
                        .tells(
                                "Pilihan “Keputusan”: pilihan berubah dari Tetapkan penerapan (adopt), Kembalikan konsep (return), Hentikan (stop) menjadi Tetapkan penerapan (adopt), Kembalikan konsep (return), Tunda (postpone)"),
                edit(
                                "legal-draft.form",
                                "\"components\": [",
                                "\"components\": [{\"type\": \"datetime\", \"subtype\": \"date\", \"id\": \"since\", \"key\": \"since\", \"dateLabel\": \"Berlaku sejak\", \"validate\": {\"required\": true}},")
                        .tells("Isian tanggal “Berlaku sejak” ditambahkan (wajib diisi ya)"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void anEditIsToldInFull(Edit edit) {
        assertThat(sentences(edit.file(), edit.before(), edit.after())).containsExactlyElementsOf(edit.told());
    }

    @ParameterizedTest
    @MethodSource("edits")
    void undoingAnEditIsToldToo(Edit edit) {
        assertThat(sentences(edit.file(), edit.after(), edit.before()))
                .hasSameSizeAs(edit.told())
                .doesNotContain("Berkas: berkas berubah dari isi lama menjadi isi baru");
    }

    @Test
    void thereAreMoreThanFortyEdits() {
        assertThat(edits()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void rolesAreToldByTheirIdsWhereNobodyKnowsTheirNames() {
        Edit edit = people().get(0);
        assertThat(Changes.between(edit.before(), edit.after()))
                .containsExactly(new Change(
                        "Task_ReviewPlan",
                        "userTask",
                        "Menelaah kelayakan inovasi",
                        Change.Kind.CHANGED,
                        "role",
                        "coordinator",
                        "leadership"));
    }

    @Test
    void manyEditsAtOnceAreToldInTheOrderOfTheFile() {
        List<String> replaced = new ArrayList<>();
        List.of(times().get(0), people().get(6), people().get(0), paths().get(1))
                .forEach(edit -> replaced.addAll(edit.replaced()));
        Edit all = plan(replaced.toArray(String[]::new));
        assertThat(Changes.between(all.before(), all.after()))
                .extracting(Change::element, Change::aspect)
                .containsExactly(
                        tuple("Sub_Draft", "due"),
                        tuple("Task_ApprovePlan", "form"),
                        tuple("Task_ReviewPlan", "role"),
                        tuple("Gateway_Reviewed", "default-flow"));
    }

    @Test
    void whatIsStillReferredToIsNotRenamedButGone() {
        Edit edit = edit("workshop.bpmn", "id=\"Gateway_Fork\"", "id=\"Gateway_Split\"");
        assertThat(sentences(edit.file(), edit.before(), edit.after()))
                .containsExactly("Gerbang paralel Gateway_Fork dihapus", "Gerbang paralel Gateway_Split ditambahkan");
    }

    @Test
    void aFileThatComesOrGoesIsToldElementByElement() {
        byte[] model = plan().before();
        assertThat(Changes.between(new byte[0], model))
                .hasSizeGreaterThan(50)
                .allMatch(change -> change.kind() == Change.Kind.ADDED);
        assertThat(Changes.between(model, new byte[0]))
                .hasSizeGreaterThan(50)
                .allMatch(change -> change.kind() == Change.Kind.REMOVED);
    }

    @Test
    void whatCannotBeReadIsOneChangeOfTheFile() {
        byte[] broken = "<bpmn:definitions".getBytes(StandardCharsets.UTF_8);
        assertThat(sentences("action-plan.bpmn", plan().before(), broken))
                .containsExactly(
                        "Berkas: berkas berubah dari isi yang dapat dibaca menjadi isi yang tidak dapat dibaca (17 bita)");
        assertThat(Changes.between(broken, broken)).isEmpty();
    }

    private static List<String> sentences(String file, byte[] before, byte[] after) {
        return Changes.between(file, before, after, role -> ROLES.getOrDefault(role, role)).stream()
                .map(Change::sentence)
                .toList();
    }
}

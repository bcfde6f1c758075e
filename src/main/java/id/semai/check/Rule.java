package id.semai.check;

import java.util.Locale;

/**
 * Everything that an administrator can get wrong, with the sentence that says so and how it is broken in the small folder
 * of examples. The page of rules is made from this table, and so are the tests.
 */
enum Rule {
    FILE_HTML(
            Severity.ERROR,
            "Berkas HTML tidak diterima di folder model, sebab skripnya akan berjalan di peramban setiap orang: pakai formulir .form.",
            "HTML files are refused in the folder of models, since their script would run in every browser: use a .form file.",
            Example.extra("contoh-isian.form", "contoh-isian.html")),
    FILE_KIND(
            Severity.ERROR,
            "Jenis berkas ini tidak dijalankan Semai: yang diterima hanya .bpmn, .dmn, dan .form.",
            "Semai does not run files of this kind: only .bpmn, .dmn and .form are taken.",
            Example.extra("contoh.bpmn", "contoh.cmmn")),
    FILE_UNKNOWN(
            Severity.WARNING,
            "Berkas ini tidak dikenal dan tidak dipakai: pindahkan ke luar folder model.",
            "This file is not known and not used: move it out of the folder of models.",
            Example.extra("contoh.bpmn", "contoh.zip")),
    FILE_NAME(
            Severity.ERROR,
            "Nama berkas harus sama dengan id di dalamnya («%s»): ubah nama berkas atau id-nya.",
            "The file must be named after the id in it (“%s”): change the name of the file or the id.",
            Example.named("contoh-isian.form", "isian baru.form")),
    FILE_LIMIT(
            Severity.ERROR,
            "Berkas terlalu besar atau terlalu rumit (%s): pecah menjadi beberapa proses.",
            "The file is too large or too complicated (%s): split it into several processes.",
            Example.in(
                    "<bpmn:process id=\"contoh\"",
                    "<bpmn:process a0=\"\" a1=\"\" a2=\"\" a3=\"\" a4=\"\" a5=\"\" a6=\"\" a7=\"\" a8=\"\" a9=\"\" a10=\"\" a11=\"\" a12=\"\" a13=\"\" a14=\"\" a15=\"\" a16=\"\" a17=\"\" a18=\"\" a19=\"\" a20=\"\" a21=\"\" a22=\"\" a23=\"\" a24=\"\" a25=\"\" a26=\"\" a27=\"\" a28=\"\" a29=\"\" a30=\"\" a31=\"\" a32=\"\" a33=\"\" a34=\"\" a35=\"\" a36=\"\" a37=\"\" a38=\"\" a39=\"\" a40=\"\" id=\"contoh\"")),
    FILE_UNREADABLE(
            Severity.ERROR,
            "Berkas ini tidak dapat diperiksa (%s): simpan ulang dengan Camunda Modeler.",
            "This file cannot be checked (%s): save it again with Camunda Modeler.",
            null),
    ID_DUPLICATE(
            Severity.ERROR,
            "Id «%s» juga ada di berkas %s: beri salah satunya id yang lain.",
            "The id “%s” is in the file %s, too: give one of them another id.",
            Example.extra("contoh-isian.form", "lain/contoh-isian.form")),
    XML_MALFORMED(
            Severity.ERROR,
            "XML tidak dapat dibaca (%s): perbaiki, atau simpan ulang dengan Camunda Modeler.",
            "The XML cannot be read (%s): mend it, or save it again with Camunda Modeler.",
            Example.in(
                    "<bpmn:endEvent id=\"End_Terlambat\" name=\"Keterlambatan diumumkan\" />",
                    "<bpmn:endEvent id=\"End_Terlambat\" name=\"Keterlambatan diumumkan\">")),
    XML_DOCTYPE(
            Severity.ERROR,
            "DTD, entitas, dan instruksi pemrosesan tidak diterima (%s): hapus.",
            "Document types, entities and processing instructions are not taken (%s): remove them.",
            Example.in("<bpmn:definitions", "<!DOCTYPE definitions [<!ENTITY a \"b\">]>\n<bpmn:definitions")),
    XML_SCHEMA(
            Severity.ERROR,
            "Susunannya tidak menurut skema BPMN 2.0 (%s): simpan ulang dengan Camunda Modeler.",
            "It does not follow the schema of BPMN 2.0 (%s): save it again with Camunda Modeler.",
            Example.in("targetRef=\"Task_Henti\"", "targetRef=\"Task_TidakAda\"")),
    ENGINE_PARSE(
            Severity.ERROR,
            "Mesin proses menolaknya: %s",
            "The process engine refuses it: %s",
            Example.in("camunda:mapDecisionResult=\"singleEntry\"", "camunda:mapDecisionResult=\"satuNilai\"")),
    NAMESPACE(
            Severity.ERROR,
            "Elemen pertama harus «definitions» dari BPMN 2.0 atau DMN 1.3, bukan «%s»: buat berkasnya dengan Camunda Modeler untuk Camunda 7.",
            "The first element must be the “definitions” of BPMN 2.0 or DMN 1.3, not “%s”: make the file with Camunda Modeler for Camunda 7.",
            Example.in(
                    "contoh-keputusan.dmn",
                    "https://www.omg.org/spec/DMN/20191111/MODEL/",
                    "http://www.omg.org/spec/DMN/20180521/MODEL/")),
    SCRIPT(
            Severity.ERROR,
            "Elemen «%s» memuat skrip: hapus, lalu pakai ekspresi atau delegate yang disediakan Semai.",
            "The element “%s” holds a script: remove it, and use an expression or a delegate of Semai.",
            Example.in(
                    "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == \"approved\"}",
                    "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"javascript\">outcome === \"approved\"")),
    JAVA_CLASS(
            Severity.ERROR,
            "Elemen «%s» menyebut kelas Java (%s): hapus, lalu pakai delegate yang disediakan Semai.",
            "The element “%s” names a Java class (%s): remove it, and use a delegate of Semai.",
            Example.in("camunda:delegateExpression=\"${freezeBaseline}\"", "camunda:class=\"org.contoh.Catat\"")),
    TASK_TYPE(
            Severity.ERROR,
            "Elemen «%s» menjalankan «%s»: hapus, lalu pakai delegate yang disediakan Semai.",
            "The element “%s” runs “%s”: remove it, and use a delegate of Semai.",
            Example.in("camunda:delegateExpression=\"${freezeBaseline}\"", "camunda:type=\"mail\"")),
    TOPIC(
            Severity.ERROR,
            "Elemen «%s» menunggu pekerja di luar Semai (topik «%s»), dan tidak ada topik yang dikenal: pakai delegate.",
            "The element “%s” waits for a worker outside of Semai (topic “%s”), and no topic is known: use a delegate.",
            Example.in("camunda:delegateExpression=\"${freezeBaseline}\"", "camunda:topic=\"catat\"")),
    CONNECTOR(
            Severity.ERROR,
            "Elemen «%s» memakai konektor: hapus, lalu pakai delegate yang disediakan Semai.",
            "The element “%s” uses a connector: remove it, and use a delegate of Semai.",
            Example.in(
                    "<bpmn:serviceTask id=\"Service_Catat\" name=\"Membekukan data dasar\" camunda:delegateExpression=\"${freezeBaseline}\" />",
                    "<bpmn:serviceTask id=\"Service_Catat\" name=\"Membekukan data dasar\" camunda:delegateExpression=\"${freezeBaseline}\"><bpmn:extensionElements><camunda:connector /></bpmn:extensionElements></bpmn:serviceTask>")),
    ELEMENT_NOT_ALLOWED(
            Severity.ERROR,
            "Elemen «%s» tidak dipakai di Semai: ganti dengan jenis elemen yang ada pada proses-proses yang sudah berjalan.",
            "The element “%s” is not used in Semai: take one of the kinds that the running processes have.",
            Example.in(
                    "<bpmn:serviceTask id=\"Service_Catat\" name=\"Membekukan data dasar\" camunda:delegateExpression=\"${freezeBaseline}\" />",
                    "<bpmn:manualTask id=\"Service_Catat\" name=\"Membekukan data dasar\" />")),
    EXTENSION_NOT_ALLOWED(
            Severity.ERROR,
            "Perluasan Camunda «%s» tidak dipakai di Semai: hapus.",
            "Camunda’s extension “%s” is not used in Semai: remove it.",
            Example.in(
                    "<camunda:in variables=\"all\" />",
                    "<camunda:in variables=\"all\" /><camunda:executionListener event=\"start\" delegateExpression=\"${remind}\" />")),
    ATTRIBUTE_NOT_ALLOWED(
            Severity.ERROR,
            "Atribut «%2$s» pada elemen «%1$s» tidak dipakai di Semai: hapus.",
            "The attribute “%2$s” of the element “%1$s” is not used in Semai: remove it.",
            Example.in(
                    "camunda:candidateGroups=\"coordinator\"",
                    "camunda:candidateGroups=\"coordinator\" camunda:assignee=\"kepala.dikbud\"")),
    DELEGATE_UNKNOWN(
            Severity.ERROR,
            "Pekerjaan layanan «%s» tidak dikenal: pakai salah satu dari %s.",
            "The delegate “%s” is not known: use one of %s.",
            Example.in("${freezeBaseline}", "${bekukan}")),
    EXPRESSION_SYNTAX(
            Severity.ERROR,
            "Ekspresi «%s» tidak dapat dibaca (%s): ekspresi membandingkan, melihat variabel, dan memanggil fungsi Semai; ia tidak memanggil metode Java.",
            "The expression “%s” cannot be read (%s): expressions compare, look at variables and call Semai’s functions; they do not call Java’s methods.",
            Example.in("${outcome == \"approved\"}", "${outcome.equals(\"approved\")}")),
    EXPRESSION_FORM(
            Severity.ERROR,
            "Ekspresi «%s» memakai «%s», yang tidak diterima: pakai nama variabel, nilai tetap, perbandingan, and, or, not, dan fungsi Semai.",
            "The expression “%s” uses “%s”, which is not taken: use names of variables, literals, comparisons, and, or, not, and Semai’s functions.",
            Example.in("${outcome == \"approved\"}", "${outcome == \"approved\" ? true : false}")),
    EXPRESSION_FUNCTION(
            Severity.ERROR,
            "Fungsi «%2$s» dalam ekspresi «%1$s» tidak dikenal atau jumlah isiannya keliru: yang ada %3$s.",
            "The function “%2$s” in the expression “%1$s” is not known, or takes another number of arguments: there are %3$s.",
            Example.in("${deadline(&#39;P90D&#39;)}", "${tenggat(&#39;P90D&#39;)}")),
    PROCESS_ONE(
            Severity.ERROR,
            "Berkas harus berisi tepat satu proses, bukan %s: simpan setiap proses di berkasnya sendiri.",
            "A file must hold exactly one process, not %s: keep each process in a file of its own.",
            Example.in(
                    "  <bpmn:message id=\"Message_Henti\"",
                    "  <bpmn:process id=\"kedua\" isExecutable=\"false\" />\n  <bpmn:message id=\"Message_Henti\"")),
    PROCESS_EXECUTABLE(
            Severity.ERROR,
            "Proses ini tidak dapat dijalankan: centang «Executable» (isExecutable=\"true\").",
            "This process cannot be executed: tick “Executable” (isExecutable=\"true\").",
            Example.in("isExecutable=\"true\"", "isExecutable=\"false\"")),
    HISTORY(
            Severity.ERROR,
            "Lama riwayat disimpan (historyTimeToLive) tidak ada atau keliru («%s»): isi, misalnya P3650D.",
            "How long history is kept (historyTimeToLive) is missing or wrong (“%s”): set it, for instance to P3650D.",
            Example.in(" camunda:historyTimeToLive=\"P3650D\"", "")),
    PLATFORM(
            Severity.ERROR,
            "Berkas ini bukan untuk Camunda 7 («%s»): di Camunda Modeler pilih Camunda Platform 7.",
            "This file is not for Camunda 7 (“%s”): choose Camunda Platform 7 in Camunda Modeler.",
            Example.in(
                    "modeler:executionPlatform=\"Camunda Platform\"", "modeler:executionPlatform=\"Camunda Cloud\"")),
    START_EVENT(
            Severity.ERROR,
            "Proses dimulai oleh orang atau dipanggil proses lain, jadi harus tepat ada satu peristiwa mulai yang polos, dan sub-proses peristiwa dimulai pewaktu atau pesan.",
            "People or other processes start a process, so there must be exactly one plain start event; event sub-processes begin with a timer or a message.",
            Example.in(
                    "<bpmn:startEvent id=\"Start_Uji\" name=\"Uji coba dimulai\" />",
                    "<bpmn:startEvent id=\"Start_Uji\" name=\"Uji coba dimulai\"><bpmn:timerEventDefinition id=\"Timer_Uji\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT5S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>")),
    MARKER_UNKNOWN(
            Severity.ERROR,
            "Properti «%s» tidak dikenal, jadi tidak berarti apa-apa: yang ada %s.",
            "The property “%s” is not known, so it means nothing: there are %s.",
            Example.in("name=\"signal\" value=\"overdue\"", "name=\"sinyal\" value=\"overdue\"")),
    MARKER_PLACE(
            Severity.ERROR,
            "Properti «%s» tidak berlaku di sini: pindahkan ke %s.",
            "The property “%s” has no meaning here: move it to %s.",
            Example.in(
                    "<camunda:property name=\"notBy\" value=\"Task_Uji\" />",
                    "<camunda:property name=\"notBy\" value=\"Task_Uji\" /><camunda:property name=\"outcome\" value=\"passed\" />")),
    MARKER_VALUE(
            Severity.ERROR,
            "Nilai «%2$s» pada properti «%1$s» keliru: pakai %3$s.",
            "The value “%2$s” of the property “%1$s” is wrong: use %3$s.",
            Example.in("name=\"outcome\" value=\"adopted\"", "name=\"outcome\" value=\"Sudah diterapkan\"")),
    STAGE_CODE(
            Severity.ERROR,
            "Kode tahap «%s» keliru: pakai kata huruf kecil yang dipisahkan titik, misalnya lab.design.",
            "The stage code “%s” is wrong: use lower-case words joined by dots, such as lab.design.",
            Example.in("name=\"stage\" value=\"uji\"", "name=\"stage\" value=\"Uji Coba\"")),
    STAGE_DUPLICATE(
            Severity.ERROR,
            "Kode tahap «%s» sudah dipakai %s: beri kode yang lain.",
            "The stage code “%s” is already used by %s: give it another code.",
            Example.in("name=\"stage\" value=\"uji\"", "name=\"stage\" value=\"bagian\"")),
    STAGE_PARENT(
            Severity.ERROR,
            "Kode tahap «%s» harus diawali kode induknya dan titik («%s»): sesuaikan kodenya.",
            "The stage code “%s” must begin with its parent’s code and a dot (“%s”): adapt it.",
            Example.in(
                    "contoh-bagian.bpmn",
                    "name=\"stage\" value=\"bagian.telaah\"",
                    "name=\"stage\" value=\"lab.telaah\"")),
    STAGE_OUTCOME(
            Severity.ERROR,
            "Peristiwa akhir ini mengakhiri tahap %s, jadi perlu properti «outcome»%s.",
            "This end event ends the stage %s, so it needs the property “outcome”%s.",
            Example.in(
                    "<bpmn:extensionElements><camunda:properties><camunda:property name=\"outcome\" value=\"passed\" /></camunda:properties></bpmn:extensionElements>",
                    "")),
    STAGE_END(
            Severity.ERROR,
            "Proses ini dipanggil sebagai tahap, jadi setiap akhirnya harus «terminate»: ubah jenis peristiwa akhir ini.",
            "This process is called as a stage, so each of its ends must be a terminate event: change the kind of this end event.",
            Example.in("contoh-bagian.bpmn", "<bpmn:terminateEventDefinition id=\"Terminate_Bagian\" />", "")),
    SIGNAL_TIMER(
            Severity.ERROR,
            "Tanda keterlambatan (signal=overdue) harus pada pewaktu tepi sebuah tahap, tidak menyela, dan langsung menuju satu peristiwa akhir.",
            "The mark of a delay (signal=overdue) belongs on a non-interrupting timer at the edge of a stage, which leads straight to one end event.",
            Example.in("cancelActivity=\"false\" attachedToRef=\"Call_Bagian\"", "attachedToRef=\"Call_Bagian\"")),
    NOTBY_UNKNOWN(
            Severity.ERROR,
            "Properti notBy menyebut «%s», yang bukan tugas orang di proses ini: sebut id tugas yang ada.",
            "The property notBy names “%s”, which is no user task of this process: name the id of one.",
            Example.in("name=\"notBy\" value=\"Task_Uji\"", "name=\"notBy\" value=\"Task_Lain\"")),
    NAME_MISSING(
            Severity.ERROR,
            "Elemen ini belum bernama: tulis nama yang dibaca orang.",
            "This element has no name: write one for people to read.",
            Example.in("<bpmn:userTask id=\"Task_Uji\" name=\"Menguji inovasi\"", "<bpmn:userTask id=\"Task_Uji\"")),
    DOCUMENTATION_MISSING(
            Severity.ERROR,
            "Belum ada penjelasan tugas: isi «Element documentation» dengan apa yang harus dikerjakan.",
            "The task is not explained: say what is to be done in “Element documentation”.",
            Example.in("<bpmn:documentation>Telaah hasil uji.</bpmn:documentation>", "")),
    FORM_NONE(
            Severity.ERROR,
            "Tugas ini belum berformulir: pilih Camunda Forms, binding deployment, dan id formulirnya.",
            "This task has no form: choose Camunda Forms, binding deployment, and the id of the form.",
            Example.in(
                    "name=\"Menguji inovasi\" camunda:formRef=\"contoh-isian\" camunda:formRefBinding=\"deployment\"",
                    "name=\"Menguji inovasi\"")),
    FORM_MISSING(
            Severity.ERROR,
            "Formulir «%s» tidak ada: buat %s, atau sebut formulir yang ada.",
            "There is no form “%s”: make %s, or name one that exists.",
            Example.in(
                    "name=\"Menguji inovasi\" camunda:formRef=\"contoh-isian\"",
                    "name=\"Menguji inovasi\" camunda:formRef=\"contoh-lain\"")),
    FORM_BINDING(
            Severity.ERROR,
            "Formulir terikat pada «%s»: pilih binding «deployment» supaya inovasi yang berjalan tetap memakai formulirnya.",
            "The form is bound to “%s”: choose the binding “deployment”, so that running innovations keep their form.",
            Example.in(
                    "name=\"Menguji inovasi\" camunda:formRef=\"contoh-isian\" camunda:formRefBinding=\"deployment\"",
                    "name=\"Menguji inovasi\" camunda:formRef=\"contoh-isian\" camunda:formRefBinding=\"latest\"")),
    ROLE_NONE(
            Severity.ERROR,
            "Belum ada peran yang mengerjakan tugas ini: isi «Candidate groups».",
            "No role does this task: set “Candidate groups”.",
            Example.in(
                    "<bpmn:userTask id=\"Task_Henti\" name=\"Mencatat penghentian\" camunda:formRef=\"contoh-isian\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"coordinator\">",
                    "<bpmn:userTask id=\"Task_Henti\" name=\"Mencatat penghentian\" camunda:formRef=\"contoh-isian\" camunda:formRefBinding=\"deployment\">")),
    ROLE_UNKNOWN(
            Severity.ERROR,
            "Peran «%s» tidak ada di berkas organisasi: pakai salah satu dari %s.",
            "The role “%s” is not in the file of people: use one of %s.",
            Example.in("camunda:candidateGroups=\"innovator\"", "camunda:candidateGroups=\"inovator\"")),
    OUTPUT_UNSET(
            Severity.ERROR,
            "Keluaran «%s» membaca «%s», yang tidak ada bila tugas disela: tambahkan masukan «%2$s» dengan nilai ${null}.",
            "The output “%s” reads “%s”, which is not there if the task is interrupted: add an input “%2$s” with the value ${null}.",
            Example.in(
                    "<camunda:inputParameter name=\"catatan\">${null}</camunda:inputParameter>",
                    "<camunda:inputParameter name=\"kode\">1</camunda:inputParameter>")),
    ANSWER_LOST(
            Severity.WARNING,
            "Isian «%s» dikosongkan untuk tugas ini tetapi tidak diteruskan: tambahkan keluaran yang membaca ${%1$s}.",
            "The field “%s” is emptied for this task and not passed on: add an output that reads ${%1$s}.",
            Example.in(
                    "<camunda:outputParameter name=\"catatanUji\">${catatan}</camunda:outputParameter>",
                    "<camunda:outputParameter name=\"catatanUji\">${null}</camunda:outputParameter>")),
    DECISION_MISSING(
            Severity.ERROR,
            "Tabel keputusan «%s» tidak ada: buat berkas .dmn-nya, atau sebut yang ada.",
            "There is no decision “%s”: make its .dmn file, or name one that exists.",
            Example.in("camunda:decisionRef=\"contoh-keputusan\"", "camunda:decisionRef=\"contoh-lain\"")),
    PROCESS_MISSING(
            Severity.ERROR,
            "Proses «%s» yang dipanggil tidak ada: buat berkas .bpmn-nya, atau sebut yang ada.",
            "There is no process “%s” to call: make its .bpmn file, or name one that exists.",
            Example.in("contoh.bpmn", "calledElement=\"contoh-bagian\"", "calledElement=\"contoh-lain\"")),
    CALL_BINDING(
            Severity.ERROR,
            "Panggilan terikat pada «%s»: pilih binding «latest».",
            "The call is bound to “%s”: choose the binding “latest”.",
            Example.in(
                    "calledElement=\"contoh-bagian\"",
                    "calledElement=\"contoh-bagian\" camunda:calledElementBinding=\"deployment\"")),
    CALL_INCOMPLETE(
            Severity.ERROR,
            "Panggilan harus meneruskan kunci inovasi (#{execution.processBusinessKey}) serta semua variabel masuk dan keluar: lengkapi «In mappings» dan «Out mappings».",
            "A call must pass on the innovation’s key (#{execution.processBusinessKey}) and all variables in and out: complete its mappings.",
            Example.in("<camunda:out variables=\"all\" />", "")),
    TIMER_TEXT(
            Severity.ERROR,
            "Waktu «%s» tidak dapat dibaca: pakai misalnya P14D, PT5S, R3/P7D, 2026-12-31T12:00:00, atau ${deadline(\"lab.due\")}.",
            "The time “%s” cannot be read: use for instance P14D, PT5S, R3/P7D, 2026-12-31T12:00:00, or ${deadline(\"lab.due\")}.",
            Example.in("${deadline(\"lab.due\")}", "dua minggu")),
    DURATION_UNKNOWN(
            Severity.ERROR,
            "Rentang waktu «%s» tidak dikenal: pakai nama dari semai.durations, misalnya lab.due, atau teks seperti P14D.",
            "The span “%s” is not known: use a name of semai.durations, such as lab.due, or text such as P14D.",
            Example.in("${deadline(\"lab.due\")}", "${deadline(\"lab.tenggat\")}")),
    MESSAGE_UNKNOWN(
            Severity.ERROR,
            "Tidak ada yang mengirim pesan «%s»: pakai salah satu dari %s.",
            "Nobody sends the message “%s”: use one of %s.",
            Example.in("name=\"stop-innovation\"", "name=\"berhenti\"")),
    VARIABLE_UNKNOWN(
            Severity.WARNING,
            "Syarat ini melihat variabel «%s», yang tidak diisi di mana pun: periksa namanya.",
            "This condition looks at the variable “%s”, which is set nowhere: check its name.",
            Example.in("${outcome == \"approved\"}", "${hasil == \"approved\"}")),
    UNREACHABLE(
            Severity.ERROR,
            "Elemen ini tidak pernah dicapai: hubungkan dengan alur yang menuju ke sini, atau hapus.",
            "This element is never reached: connect it by a flow that leads here, or remove it.",
            Example.in(
                    "    <bpmn:sequenceFlow id=\"Flow_3\" sourceRef=\"Sub_Uji\" targetRef=\"End_Selesai\" />",
                    "    <bpmn:sequenceFlow id=\"Flow_3\" sourceRef=\"Sub_Uji\" targetRef=\"End_Ditolak\" />")),
    DEAD_END(
            Severity.ERROR,
            "Dari elemen ini tidak ada jalan ke peristiwa akhir: hubungkan dengan elemen berikutnya.",
            "No way leads from this element to an end event: connect it with what comes next.",
            Example.in(
                    "sourceRef=\"Sub_Uji\" targetRef=\"End_Selesai\"",
                    "sourceRef=\"Call_Bagian\" targetRef=\"End_Selesai\"")),
    GATEWAY_DEFAULT(
            Severity.ERROR,
            "Gerbang ini bercabang, jadi setiap cabang perlu syarat dan satu cabang harus menjadi «default flow»%s.",
            "This gateway branches, so each branch needs a condition and one must be the default flow%s.",
            Example.in(" default=\"Flow_Tidak\"", "")),
    GATEWAY_NAME(
            Severity.WARNING,
            "Gerbang ini bercabang tetapi tidak bertanya: beri nama berupa pertanyaan, misalnya «Disetujui?».",
            "This gateway branches without a question: name it with one, such as “Disetujui?”.",
            Example.in("name=\"Disetujui?\"", "name=\"Persetujuan\"")),
    FLOW_NAME(
            Severity.WARNING,
            "Cabang dari gerbang «%s» belum bernama: tulis jawabannya, misalnya «ya».",
            "A branch of the gateway “%s” has no name: write its answer, such as “ya”.",
            Example.in("id=\"Flow_Ya\" name=\"ya\"", "id=\"Flow_Ya\"")),
    DIAGRAM_OVERLAP(
            Severity.WARNING,
            "Gambar elemen ini menutupi «%s»: geser dengan Camunda Modeler.",
            "The shape of this element covers “%s”: move it with Camunda Modeler.",
            Example.in(
                    "bpmnElement=\"End_Selesai\"><dc:Bounds x=\"2100\"",
                    "bpmnElement=\"End_Selesai\"><dc:Bounds x=\"900\"")),
    DIAGRAM_MISSING(
            Severity.ERROR,
            "Elemen ini tidak tergambar pada diagram: gambar dengan Camunda Modeler.",
            "This element is not drawn in the diagram: draw it with Camunda Modeler.",
            Example.in(
                    "<bpmndi:BPMNEdge id=\"Flow_1_di\" bpmnElement=\"Flow_1\"><di:waypoint x=\"100\" y=\"140\" /><di:waypoint x=\"150\" y=\"140\" /></bpmndi:BPMNEdge>",
                    "")),
    DIAGRAM_STRAY(
            Severity.ERROR,
            "Diagram menggambar «%s», yang tidak ada di proses: hapus dari diagram.",
            "The diagram draws “%s”, which is not in the process: remove it from the diagram.",
            Example.in(
                    "<bpmndi:BPMNEdge id=\"Flow_1_di\" ",
                    "<bpmndi:BPMNEdge id=\"Flow_Lama_di\" bpmnElement=\"Flow_Lama\"><di:waypoint x=\"100\" y=\"140\" /><di:waypoint x=\"150\" y=\"140\" /></bpmndi:BPMNEdge>\n      <bpmndi:BPMNEdge id=\"Flow_1_di\" ")),
    DECISION_ONE(
            Severity.ERROR,
            "Berkas harus berisi tepat satu keputusan, bukan %s: simpan setiap keputusan di berkasnya sendiri.",
            "A file must hold exactly one decision, not %s: keep each decision in a file of its own.",
            Example.in(
                    "contoh-keputusan.dmn",
                    "</definitions>",
                    "  <decision id=\"kedua\" name=\"Kedua\" camunda:historyTimeToLive=\"P3650D\"><literalExpression id=\"Literal_2\"><text>1</text></literalExpression></decision>\n</definitions>")),
    FEEL_LANGUAGE(
            Severity.ERROR,
            "Bahasa «%s» tidak diterima: pakai FEEL.",
            "The language “%s” is not taken: use FEEL.",
            Example.in(
                    "contoh-keputusan.dmn",
                    "typeRef=\"string\"><text>catatanUji",
                    "typeRef=\"string\" expressionLanguage=\"javascript\"><text>catatanUji")),
    FEEL_SYNTAX(
            Severity.ERROR,
            "FEEL «%s» tidak dapat dibaca (%s): perbaiki isinya.",
            "FEEL “%s” cannot be read (%s): mend it.",
            Example.in("contoh-keputusan.dmn", "<text>\"baru\"</text>", "<text>[1..</text>")),
    RULE_UNEXPLAINED(
            Severity.WARNING,
            "Baris tabel ini belum dijelaskan: tulis alasannya pada kolom «Annotations».",
            "This row of the table is not explained: write why in the column “Annotations”.",
            Example.in(
                    "contoh-keputusan.dmn", "<description>Yang baru dinilai sebagai inovasi baru.</description>", "")),
    FORM_JSON(
            Severity.ERROR,
            "Formulir tidak dapat dibaca (%s): simpan ulang dengan Camunda Modeler.",
            "The form cannot be read (%s): save it again with Camunda Modeler.",
            Example.in("contoh-isian.form", "\"schemaVersion\": 16,", "\"schemaVersion\": 16")),
    FORM_PLATFORM(
            Severity.ERROR,
            "Formulir ini bukan untuk Camunda 7 («%s»): di Camunda Modeler pilih Camunda Platform, dan paling tinggi versi 7.24.",
            "This form is not for Camunda 7 (“%s”): choose Camunda Platform in Camunda Modeler, at most version 7.24.",
            Example.in(
                    "contoh-isian.form",
                    "\"executionPlatform\": \"Camunda Platform\"",
                    "\"executionPlatform\": \"Camunda Cloud\"")),
    FORM_SCHEMA(
            Severity.ERROR,
            "Versi skema formulir «%s» tidak dikenal Tasklist 7.24: pakai paling tinggi 16.",
            "Tasklist 7.24 does not know the form’s schema version “%s”: use at most 16.",
            Example.in("contoh-isian.form", "\"schemaVersion\": 16", "\"schemaVersion\": 19")),
    FORM_COMPONENT(
            Severity.ERROR,
            "Komponen «%s» tidak dapat ditampilkan atau diselesaikan di Tasklist 7.24: pakai salah satu dari %s.",
            "Tasklist 7.24 cannot show or complete the component “%s”: use one of %s.",
            Example.in("contoh-isian.form", "\"type\": \"textfield\"", "\"type\": \"filepicker\"")),
    FORM_KEY(
            Severity.ERROR,
            "Id dan key isian harus sama, terisi, dan hanya sekali dipakai («%s»): samakan.",
            "Id and key of a field must be the same, set, and used only once (“%s”): make them equal.",
            Example.in("contoh-isian.form", "\"key\": \"kode\"", "\"key\": \"kodeLain\"")),
    FORM_LABEL(
            Severity.ERROR,
            "Isian «%s» belum berlabel: tulis label yang dibaca orang.",
            "The field “%s” has no label: write one for people to read.",
            Example.in("contoh-isian.form", "\"label\": \"Kode\"", "\"label\": \"\"")),
    FORM_LENGTH(
            Severity.ERROR,
            "Isian teks «%s» harus menyebut panjang terbesarnya (maxLength), 1 sampai 4000.",
            "The text field “%s” must say how long it may be (maxLength), from 1 to 4000.",
            Example.in("contoh-isian.form", "{\"maxLength\": 20}", "{\"minLength\": 5}")),
    FORM_PROPERTY(
            Severity.ERROR,
            "Properti khusus «%s» harus berupa teks.",
            "The custom property “%s” must be text.",
            Example.in("contoh-isian.form", "\"known\": \"unit\"", "\"known\": true")),
    FORM_RULE(
            Severity.ERROR,
            "Aturan formulir tidak dapat dijalankan di server: %s",
            "The server cannot run a rule of this form: %s",
            Example.in("contoh-isian.form", "=kode = \\\"x\\\"", "=kode = = \\\"x\\\""));

    private final Severity severity;
    private final String indonesian;
    private final String english;
    private final Example example;

    Rule(Severity severity, String indonesian, String english, Example example) {
        this.severity = severity;
        this.indonesian = indonesian;
        this.english = english;
        this.example = example;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Severity severity() {
        return severity;
    }

    /** With places for what was found. */
    String sentence(Language language) {
        return language == Language.EN ? english : indonesian;
    }

    /** Null where nothing that could be written down breaks it. */
    Example example() {
        return example;
    }
}

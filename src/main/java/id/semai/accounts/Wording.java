package id.semai.accounts;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the trail's deeds are called on its page; what has no name there keeps Camunda's. */
final class Wording {

    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("Login", "Masuk"),
            Map.entry("Login (HTTP Basic)", "Masuk (HTTP Basic)"),
            Map.entry("Login (single sign-on)", "Masuk dengan akun bersama"),
            Map.entry("Refused single sign-on", "Masuk dengan akun bersama ditolak"),
            Map.entry("Wrong password", "Nama akun atau kata sandi salah"),
            Map.entry("Shut account", "Masuk dengan akun ini ditunda"),
            Map.entry("Shut address", "Masuk dari alamat ini ditunda"),
            Map.entry("Shut home", "Masuk dengan akun ini dari tempat biasanya ditunda"),
            Map.entry("Logout", "Keluar"),
            Map.entry("Session ended", "Sesi berakhir"),
            Map.entry("Change Password", "Mengganti kata sandi sendiri"),
            Map.entry("Set Password", "Menetapkan kata sandi awal"),
            Map.entry("Replay", "Menerbitkan ulang jurnal"),
            Map.entry("Release process", "Merilis proses"),
            Map.entry("Release decision", "Merilis keputusan"),
            Map.entry("Release form", "Merilis formulir"),
            Map.entry("Migration started", "Memulai pemindahan"),
            Map.entry("Migration paused", "Menjeda pemindahan"),
            Map.entry("Migration resumed", "Melanjutkan pemindahan"));

    /** Longer names before those they begin with. */
    private static final Map<String, String> DEEDS = new LinkedHashMap<>();

    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("User", "akun"),
            Map.entry("Group", "peran"),
            Map.entry("Group membership", "keanggotaan peran"),
            Map.entry("Tenant", "perangkat daerah"),
            Map.entry("TenantMembership", "keanggotaan perangkat daerah"),
            Map.entry("Authorization", "hak"),
            Map.entry("Deployment", "model yang terpasang"),
            Map.entry("ProcessDefinition", "model proses"),
            Map.entry("DecisionDefinition", "model keputusan"),
            Map.entry("ProcessInstance", "proses"),
            Map.entry("HistoricProcessInstance", "riwayat proses"),
            Map.entry("Job", "pekerjaan mesin"),
            Map.entry("JobDefinition", "jenis pekerjaan mesin"),
            Map.entry("Variable", "isian proses"),
            Map.entry("Batch", "kumpulan perintah"),
            Map.entry("Incident", "gangguan"));

    static {
        DEEDS.put("CorrelateMessage", "Mengirim pesan kepada");
        DEEDS.put("ModifyProcessInstance", "Mengubah jalannya");
        DEEDS.put("RestartProcessInstance", "Memulai ulang");
        DEEDS.put("SetVariables", "Mengubah");
        DEEDS.put("SetVariable", "Mengubah");
        DEEDS.put("ModifyVariable", "Mengubah");
        DEEDS.put("RemoveVariable", "Menghapus");
        DEEDS.put("SuspendProcessDefinition", "Menghentikan sementara");
        DEEDS.put("ActivateProcessDefinition", "Mengaktifkan kembali");
        DEEDS.put("DeleteHistory", "Menghapus");
        DEEDS.put("SetJobRetries", "Mengulang");
        DEEDS.put("Create", "Menambah");
        DEEDS.put("Update", "Mengubah");
        DEEDS.put("Delete", "Menghapus");
        DEEDS.put("Suspend", "Menghentikan sementara");
        DEEDS.put("Activate", "Mengaktifkan kembali");
        DEEDS.put("Migrate", "Memindahkan ke versi lain:");
        DEEDS.put("Unlock", "Membuka");
    }

    private Wording() {}

    static String of(String what) {
        String whole = WHOLE.get(what);
        int space = what.indexOf(' ');
        if (whole != null || space < 0) {
            return whole == null ? what : whole;
        }
        String deed = DEEDS.get(what.substring(0, space));
        String thing = THINGS.get(what.substring(space + 1));
        return deed == null || thing == null ? what : deed + " " + thing;
    }
}

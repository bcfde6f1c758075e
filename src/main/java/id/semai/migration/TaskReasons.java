package id.semai.migration;

import static id.semai.migration.Blueprint.list;
import static id.semai.migration.Blueprint.marker;
import static id.semai.migration.Reason.look;
import static id.semai.migration.Words.name;
import static id.semai.migration.Words.value;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A task that waits for somebody: its form, role, four eyes and deadline. */
record TaskReasons(Blueprint old, Blueprint fresh) {

    void add(UserTask before, UserTask after, List<Reason> reasons) {
        if (!Objects.equals(form(before), form(after))) {
            reasons.add(look(
                    "form-changed",
                    "Formulir «%s» berganti dari %s menjadi %s; draf yang sudah diketik mungkin tidak cocok.",
                    name(before),
                    value(form(before)),
                    value(form(after))));
        } else if (!Objects.equals(
                old.forms().get(before.getCamundaFormRef()), fresh.forms().get(after.getCamundaFormRef()))) {
            reasons.add(look(
                    "form-changed",
                    "Isi formulir %s pada «%s» berubah; draf yang sudah diketik mungkin tidak cocok.",
                    value(form(before)),
                    name(before)));
        }
        if (!Objects.equals(before.getCamundaCandidateGroups(), after.getCamundaCandidateGroups())) {
            reasons.add(look(
                    "role-changed",
                    "Peran «%s» berubah dari %s menjadi %s; tugas yang menunggu beralih ke peran baru, yang sudah diambil tetap pada pengambilnya.",
                    name(before),
                    value(before.getCamundaCandidateGroups()),
                    value(after.getCamundaCandidateGroups())));
        }
        if (!Set.copyOf(list(marker(before, "notBy"))).equals(Set.copyOf(list(marker(after, "notBy"))))) {
            reasons.add(look(
                    "four-eyes-changed",
                    "Empat mata pada «%s» berubah: tidak oleh yang mengerjakan %s, semula %s.",
                    name(before),
                    value(marker(after, "notBy")),
                    value(marker(before, "notBy"))));
        }
        if (!Objects.equals(before.getCamundaDueDate(), after.getCamundaDueDate())) {
            reasons.add(look(
                    "task-due-changed",
                    "Batas waktu tugas «%s» berubah dari %s menjadi %s; tugas yang sudah menunggu tetap pada batas waktunya.",
                    name(before),
                    value(before.getCamundaDueDate()),
                    value(after.getCamundaDueDate())));
        }
    }

    private static String form(UserTask task) {
        return task.getCamundaFormRef() != null ? task.getCamundaFormRef() : task.getCamundaFormKey();
    }
}

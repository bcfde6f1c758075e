package id.semai.people;

import java.util.List;

/** The organisation's file cannot be used; the message names every fault, for the administrator who wrote it. */
class InvalidOrganisation extends IllegalArgumentException {

    InvalidOrganisation(String file, List<String> faults) {
        super("Berkas organisasi " + file + " tidak dapat dipakai:\n- " + String.join("\n- ", faults));
    }
}

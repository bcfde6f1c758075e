package id.semai.people;

import java.util.List;

/**
 * @param unit code of the unit it works at; null for those who belong to none
 * @param governments codes of the governments of which it sees every unit; empty for people of a unit
 */
record DemoAccount(String id, Role role, String unit, List<String> governments) {

    DemoAccount {
        governments = List.copyOf(governments);
    }
}

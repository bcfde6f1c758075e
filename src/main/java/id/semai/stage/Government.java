package id.semai.stage;

import java.time.ZoneId;
import java.util.Objects;

/**
 * A local government.
 *
 * @param code short code used in settings, ids and the events' {@code source}: {@code sumbawa}
 * @param areaCode the Ministry of Home Affairs' area code: {@code 52.04}
 * @param zone where its deadlines end
 */
public record Government(String code, String areaCode, String name, ZoneId zone) {

    public Government {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(areaCode, "areaCode of " + code);
        Objects.requireNonNull(name, "name of " + code);
        Objects.requireNonNull(zone, "zone of " + code);
    }
}

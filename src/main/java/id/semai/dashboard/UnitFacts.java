package id.semai.dashboard;

/**
 * A unit as {@code semai.units.v1} tells it, also one without any innovation.
 *
 * @param government area code
 * @param district kecamatan; null where there is none
 */
public record UnitFacts(
        String code,
        String name,
        String kind,
        String kindLabel,
        String district,
        String government,
        String governmentName,
        boolean active,
        long sequence) {}

package id.semai.figures;

/**
 * Which innovations are counted; null is all.
 *
 * @param government area code
 * @param unit code
 * @param district kecamatan
 * @param stage code of a stage, or of one above it, in which the innovation is now
 * @param kind code
 */
public record Filter(String government, String unit, String district, Integer year, String stage, String kind) {

    public static final Filter ALL = new Filter(null, null, null, null, null, null);
}

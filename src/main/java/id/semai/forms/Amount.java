package id.semai.forms;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number.
 *
 * @param whole counts, years: stored as Integer or Long also when sent as 3.0
 * @param min null: none
 * @param max null: none
 */
record Amount(String key, String label, boolean whole, BigDecimal min, BigDecimal max) implements Field {

    /** More digits than any amount has; comparing millions of them would take seconds. */
    private static final int BITS = 1024;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    @Override
    public Object read(Object raw, Answers answers) {
        BigDecimal number = decimal(raw);
        if (number == null || below(number) || above(number) || number.abs().compareTo(LARGEST) > 0) {
            throw new RefusedSubmission(key, Sentences.noNumber(label, false, min, max));
        }
        if (whole && number.stripTrailingZeros().scale() > 0) {
            throw new RefusedSubmission(key, Sentences.noNumber(label, true, min, max));
        }
        return whole || raw instanceof Integer || raw instanceof Long ? integer(number) : number.doubleValue();
    }

    private boolean below(BigDecimal number) {
        return min != null && number.compareTo(min) < 0;
    }

    private boolean above(BigDecimal number) {
        return max != null && number.compareTo(max) > 0;
    }

    /** @return null for what is no number, NaN and infinity included */
    private static BigDecimal decimal(Object raw) {
        if (raw instanceof BigDecimal number) {
            return number.unscaledValue().bitLength() > BITS ? null : number;
        }
        if (raw instanceof BigInteger number) {
            return number.bitLength() > BITS ? null : new BigDecimal(number);
        }
        if (raw instanceof Double || raw instanceof Float) {
            double number = ((Number) raw).doubleValue();
            return Double.isFinite(number) ? new BigDecimal(raw.toString()) : null;
        }
        return raw instanceof Number number ? BigDecimal.valueOf(number.longValue()) : null;
    }

    private static Number integer(BigDecimal number) {
        long value = number.longValueExact();
        return value == (int) value ? (Number) (int) value : (Number) value;
    }
}

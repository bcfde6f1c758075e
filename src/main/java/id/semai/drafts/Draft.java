package id.semai.drafts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * What one person has typed into the form of one open task, or of one process to start, and has not sent yet.
 *
 * @param answers a JSON object, by the keys of the form's fields
 * @param version rises with each saving; tells two windows apart that type into the same form
 * @param typedBy who typed it before it was handed over; null for one's own
 */
record Draft(String person, @JsonRawValue String answers, int version, Instant savedAt, String typedBy) {}

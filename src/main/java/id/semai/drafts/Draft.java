package id.semai.drafts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * What one person has typed into the form of one open task, and has not sent yet.
 *
 * @param answers a JSON object, by the keys of the form's fields
 * @param version rises with each saving; tells two windows apart that type into the same form
 */
record Draft(String person, @JsonRawValue String answers, int version, Instant savedAt) {}

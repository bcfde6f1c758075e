package id.semai.journal;

import java.time.Duration;

/** What waits for Kafka, and for how long the oldest of it has waited. */
record Backlog(long events, Duration oldest) {}

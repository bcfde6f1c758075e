package id.semai.people;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the start with the file's faults instead of a stack trace; named in {@code META-INF/spring.factories}. */
class OrganisationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidOrganisation> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidOrganisation cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Perbaiki berkas itu (setelan semai.people.file), lalu jalankan Semai lagi.",
                cause);
    }
}

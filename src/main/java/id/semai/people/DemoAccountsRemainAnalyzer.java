package id.semai.people;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends the start with the accounts' names; named in {@code META-INF/spring.factories}. */
class DemoAccountsRemainAnalyzer extends AbstractFailureAnalyzer<DemoAccountsRemain> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoAccountsRemain cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Mulailah dengan basis data baru; atau jalankan Semai tanpa profil prod dan tanpa jaringan luar, lalu hapus"
                        + " akun-akun itu di Camunda Admin.",
                cause);
    }
}

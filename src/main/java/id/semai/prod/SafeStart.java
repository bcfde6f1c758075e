package id.semai.prod;

import id.semai.accounts.Passwords;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * With the profile {@code prod} Semai does not start with settings that are for a demo or open to the network; with servers
 * of one's own it takes no weak first password, and beside somebody else's Kafka no accounts of a demo, in any profile. Asked
 * before the first bean is made; the database's role is asked when there is a database.
 */
class SafeStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String DEMO_AT_THE_DASHBOARD = "semai.dashboard.demo-accounts";
    private static final String DEMO_PASSWORD = "Semai-2016!";
    private static final List<String> DEFAULTS =
            List.of("", "semai", "postgres", "password", "admin", "changeme", DEMO_PASSWORD.toLowerCase(Locale.ROOT));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        if (settings.acceptsProfiles(Profiles.of("prod"))) {
            requireSafe(settings);
            return;
        }
        if (!settings.getProperty("semai.embedded.enabled", Boolean.class, true)) {
            refuseWeakAdministrator(settings);
        }
        refuseDemoAccountsBesideOthersEvents(settings);
    }

    static void requireSafe(Environment settings) {
        NetworkSettings network = Binder.get(settings).bindOrCreate("semai", NetworkSettings.class);
        refuseDemoAccounts(settings);
        refuseDefaultPasswords(settings);
        refuseWeakAdministrator(settings);
        refuseForgeableAddresses(settings);
        refusePlainHttp(settings, network.proxies());
        new Wires(settings, network.trustedHosts()).requireEncrypted();
        refuseForgeableSignOn(settings);
    }

    private static void refuseDemoAccounts(Environment settings) {
        if (settings.containsProperty("semai.demo.password")) {
            throw new UnsafeStart(
                    "semai.demo.password diisi, padahal profil prod tidak mempunyai akun peragaan.",
                    "Hapus setelan semai.demo.password; pengelola pertama dibuat dengan semai.admin.user dan"
                            + " semai.admin.password.");
        }
        if (letsDemoAccountsIn(settings)) {
            throw noDemoAtTheDashboard("profil prod tidak mempunyai akun peragaan");
        }
    }

    /** Their password is known to everybody, and so opens nothing but the demo. */
    private static void refuseDemoAccountsBesideOthersEvents(Environment settings) {
        if (!letsDemoAccountsIn(settings)) {
            return;
        }
        new Wires(settings, List.of()).brokersElsewhere().findFirst().ifPresent(host -> {
            throw noDemoAtTheDashboard("Kafka di «" + host + "» bukan milik peragaan di komputer ini");
        });
    }

    private static UnsafeStart noDemoAtTheDashboard(String fact) {
        return new UnsafeStart(
                DEMO_AT_THE_DASHBOARD + " dinyalakan, padahal " + fact + ".",
                "Hapus setelan " + DEMO_AT_THE_DASHBOARD + "; akun untuk dasbor berasal dari layanan akun"
                        + " (semai.single-sign-on.*).");
    }

    private static boolean letsDemoAccountsIn(Environment settings) {
        return settings.getProperty(DEMO_AT_THE_DASHBOARD, Boolean.class, false);
    }

    private static void refuseDefaultPasswords(Environment settings) {
        String password = settings.getProperty("spring.datasource.password", "");
        if (settings.containsProperty("spring.datasource.url")
                && DEFAULTS.contains(password.strip().toLowerCase(Locale.ROOT))) {
            throw new UnsafeStart(
                    "Kata sandi basis data (spring.datasource.password) kosong atau kata sandi bawaan.",
                    "Beri peran basis data kata sandi acak yang panjang, lalu isikan pada spring.datasource.password.");
        }
    }

    private static void refuseWeakAdministrator(Environment settings) {
        String password = settings.getProperty("semai.admin.password", "");
        if (!password.isBlank()) {
            Passwords.fault(password, settings.getProperty("semai.admin.user")).ifPresent(sentence -> {
                throw new UnsafeStart(
                        "Kata sandi pengelola pertama (semai.admin.password) tidak dapat dipakai. " + sentence,
                        "Isi semai.admin.password dengan kata sandi lain; pada saat masuk pertama kali kata sandi itu harus"
                                + " diganti.");
            });
        }
    }

    private static void refuseForgeableAddresses(Environment settings) {
        if (!settings.getProperty("server.forward-headers-strategy", "none").equalsIgnoreCase("none")) {
            throw new UnsafeStart(
                    "server.forward-headers-strategy memercayai alamat yang disebut siapa pun, sehingga penundaan masuk dan"
                            + " jejak audit dapat dikelabui.",
                    "Hapus setelan server.forward-headers-strategy, lalu sebut alamat proksi Anda dalam semai.proxies.");
        }
    }

    private static void refusePlainHttp(Environment settings, List<String> proxies) {
        boolean tls = settings.getProperty("server.ssl.enabled", Boolean.class, true)
                && List.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate").stream()
                        .anyMatch(settings::containsProperty);
        if (!tls && proxies.isEmpty()) {
            throw new UnsafeStart(
                    "Semai akan melayani HTTP tanpa TLS dan tanpa proksi yang disebutkan, sehingga kata sandi dapat"
                            + " disadap.",
                    "Isi server.ssl.* dengan sertifikat, atau sebut alamat proksi TLS di depan Semai dalam semai.proxies"
                            + " (misalnya 10.0.0.5).");
        }
    }

    private static void refuseForgeableSignOn(Environment settings) {
        String issuer = settings.getProperty("semai.single-sign-on.issuer");
        if (issuer != null && !issuer.startsWith("https://")) {
            throw new UnsafeStart(
                    "Layanan akun (semai.single-sign-on.issuer) tidak memakai https, sehingga siapa pun di jaringan dapat"
                            + " masuk sebagai orang lain.",
                    "Isi semai.single-sign-on.issuer dengan alamat https, atau hapus setelan itu.");
        }
        if (issuer != null
                && settings.getProperty("semai.single-sign-on.client-secret", "")
                        .isBlank()) {
            throw new UnsafeStart(
                    "Semai tidak mempunyai rahasia pada layanan akun, sehingga aplikasi lain dapat menyamar sebagai Semai.",
                    "Isi semai.single-sign-on.client-secret dengan rahasia yang didaftarkan pada layanan akun.");
        }
    }
}

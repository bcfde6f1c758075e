package id.semai.people;

import java.util.List;

/** Accounts of a demo, with the password that everybody knows, in an installation in earnest. */
class DemoAccountsRemain extends RuntimeException {

    DemoAccountsRemain(List<String> accounts) {
        super("Basis data ini masih berisi akun peragaan dengan kata sandi bawaan: " + String.join(", ", accounts)
                + ".");
    }
}

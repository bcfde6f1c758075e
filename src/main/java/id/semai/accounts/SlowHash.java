package id.semai.accounts;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

/**
 * How passwords are kept: PBKDF2 with HMAC-SHA-512, so that a stolen database yields few. Camunda's own single SHA-512 is
 * still understood, until that account has a new password.
 */
class SlowHash implements PasswordEncryptor {

    /** As OWASP's cheat sheet for storing passwords asks for. */
    static final int IN_EARNEST = 210_000;

    private static final int BITS = 512;
    private static final int SALT_BYTES = 16;

    private final int iterations;
    private final SecureRandom random = new SecureRandom();

    SlowHash(int iterations) {
        this.iterations = iterations;
    }

    @Override
    public String encrypt(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return iterations + "$" + text(salt) + "$" + text(derive(password, salt, iterations));
    }

    @Override
    public boolean check(String password, String kept) {
        String[] parts = kept.split("\\$");
        byte[] derived = derive(password, Base64.getDecoder().decode(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[2]));
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2-SHA512";
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        try {
            PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, iterations, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

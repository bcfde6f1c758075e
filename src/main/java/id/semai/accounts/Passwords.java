package id.semai.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;

/**
 * Which passwords are good enough, as NIST SP 800-63B advises: long ones, whatever they are made of, that are neither usual
 * nor follow from the account.
 */
public final class Passwords {

    static final int SHORTEST = 12;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_NAME = 4;
    /** Longest first, so that a word inside another does not leave its rest behind. */
    private static final List<String> USUAL = usual();

    private Passwords() {}

    /** Why this password is not taken, in one sentence; empty if it is. */
    public static Optional<String> fault(String password, String account) {
        if (isShort(password)) {
            return Optional.of(
                    "Kata sandi ini terlalu pendek: pakailah sekurangnya 12 karakter, misalnya empat kata acak.");
        }
        if (tellsOf(account, password)) {
            return Optional.of("Kata sandi tidak boleh memuat nama akun.");
        }
        return isUsual(password)
                ? Optional.of("Kata sandi ini terlalu umum, sehingga mudah ditebak. Pilihlah yang lain.")
                : Optional.empty();
    }

    static boolean isShort(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST;
    }

    static boolean tellsOf(String account, String password) {
        String name = account == null ? "" : account.toLowerCase(Locale.ROOT);
        return !name.isBlank()
                && (password.equalsIgnoreCase(name)
                        || name.length() >= SHORTEST_NAME
                                && password.toLowerCase(Locale.ROOT).contains(name));
    }

    /** Nothing but usual words, digits and signs, or the same few characters over and over. */
    static boolean isUsual(String password) {
        String typed = password.toLowerCase(Locale.ROOT);
        return typed.chars().distinct().count() < FEWEST_DIFFERENT
                || isMadeOfUsualWords(typed)
                || isMadeOfUsualWords(withLettersForSigns(typed));
    }

    private static boolean isMadeOfUsualWords(String password) {
        String rest = password;
        for (String word : USUAL) {
            rest = rest.replace(word, " ");
        }
        return rest.codePoints().noneMatch(Character::isLetter);
    }

    /** {@code p4$$w0rd} is {@code password} to everybody who guesses. */
    private static String withLettersForSigns(String password) {
        return password.replace('@', 'a')
                .replace('$', 's')
                .replaceAll("(?<=[a-z])0(?=[a-z])", "o")
                .replaceAll("(?<=[a-z])[1!](?=[a-z])", "i")
                .replaceAll("(?<=[a-z])3(?=[a-z])", "e")
                .replaceAll("(?<=[a-z])4(?=[a-z])", "a");
    }

    private static List<String> usual() {
        try (BufferedReader words = new BufferedReader(new InputStreamReader(
                new ClassPathResource("accounts/usual-passwords.txt").getInputStream(), StandardCharsets.UTF_8))) {
            Set<String> all = new TreeSet<>(
                    Comparator.comparing(String::length).reversed().thenComparing(word -> word));
            words.lines().map(String::strip).filter(word -> !word.isEmpty()).forEach(all::add);
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

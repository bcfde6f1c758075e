package id.semai.accounts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where passwords come in.
 *
 * @param key what was typed and from where, hashed
 * @param free the failure that shuts it for the first time, for ten seconds
 * @param keepsCount whether a right password leaves the count of wrong ones as it is: an attacker who has an account of
 *     their own would otherwise open the door again and again
 */
public record Door(String key, int free, boolean keepsCount) {

    static Door ofAccount(String account) {
        return new Door("account:" + hash(account), 5, false);
    }

    public static Door ofAddress(String address) {
        return new Door("address:" + hash(network(address)), 20, true);
    }

    /** Of an account at a place where it has logged in before: strangers elsewhere cannot shut it. */
    static Door atHome(String account, String place) {
        return new Door("home:" + hash(account + "\n" + place), 5, false);
    }

    /** As the audit trail calls it: account, address or home. */
    String name() {
        return key.substring(0, key.indexOf(':'));
    }

    /** One customer has a whole IPv6 network of 64 bits to come from. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return HexFormat.of().formatHex(InetAddress.getByName(address).getAddress(), 0, 8);
        } catch (UnknownHostException | IndexOutOfBoundsException noAddress) {
            return address;
        }
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

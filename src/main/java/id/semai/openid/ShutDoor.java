package id.semai.openid;

/** Too many came from there who could not be let in. */
public class ShutDoor extends RuntimeException {

    public ShutDoor() {
        super(
                "Terlalu banyak percobaan masuk dari jaringan ini. Tunggulah beberapa menit, lalu mulailah lagi dari halaman"
                        + " masuk.");
    }
}

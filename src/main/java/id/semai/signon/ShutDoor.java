package id.semai.signon;

/** Too many came from there who could not be let in. */
class ShutDoor extends RuntimeException {

    ShutDoor() {
        super(
                "Terlalu banyak percobaan masuk dari jaringan ini. Tunggulah beberapa menit, lalu mulailah lagi dari halaman"
                        + " masuk.");
    }
}

package id.semai.dashboardpages;

import org.springframework.http.HttpStatus;

/** A request that is not granted; the sentence is for the person who made it. */
class Refusal extends RuntimeException {

    private final HttpStatus status;

    private Refusal(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static Refusal unknown() {
        return new Refusal(HttpStatus.NOT_FOUND, "Data ini tidak ada, atau bukan bagian dari yang dapat Anda lihat.");
    }

    static Refusal nobody() {
        return new Refusal(
                HttpStatus.UNAUTHORIZED, "Masuklah dahulu untuk melihat dasbor; sesi Anda mungkin sudah berakhir.");
    }

    static Refusal nonsense(String sentence) {
        return new Refusal(HttpStatus.BAD_REQUEST, sentence);
    }

    static Refusal busy() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE, "Dasbor sedang dilihat terlalu banyak orang. Coba lagi sebentar lagi.");
    }

    HttpStatus status() {
        return status;
    }
}

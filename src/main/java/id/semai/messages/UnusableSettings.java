package id.semai.messages;

/** Messages are asked for in a way that cannot work; the sentence names the setting and the cure. */
class UnusableSettings extends RuntimeException {

    UnusableSettings(String sentence) {
        super(sentence);
    }
}

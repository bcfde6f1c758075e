package id.semai.handover;

/** Somebody who could have claimed one of the tasks. */
record Receiver(String account, String title) {

    public String label() {
        return title.isBlank() ? account : account + " – " + title;
    }
}

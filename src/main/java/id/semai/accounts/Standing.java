package id.semai.accounts;

/**
 * What Semai keeps of an account.
 *
 * @param generation sessions that began with another number are void
 * @param mustChange whether nothing is open to it but choosing a password of its own
 */
record Standing(int generation, boolean mustChange) {

    static final Standing NEW = new Standing(0, false);
}

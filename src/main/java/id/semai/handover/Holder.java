package id.semai.handover;

/**
 * Somebody who has claimed tasks.
 *
 * @param title what the account says of itself: role and place; empty if the account is gone
 * @param stillOnDuty false if one of the tasks is not theirs to take any more: role, unit or account was taken away
 */
record Holder(String account, String title, int tasks, boolean stillOnDuty) {}

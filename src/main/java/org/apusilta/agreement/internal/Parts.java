package org.apusilta.agreement.internal;

/**
 * The three parts every agreement has (R15), each as lines of plain text.
 *
 * @param task (a) what the volunteer commits to
 * @param help (b) what help the client may expect
 * @param excluded (c) what does not belong to the volunteer's tasks
 */
public record Parts(String task, String help, String excluded) {

    public Parts {
        if (task.isBlank() || help.isBlank() || excluded.isBlank()) {
            throw new IllegalArgumentException("An agreement has all three parts");
        }
    }
}

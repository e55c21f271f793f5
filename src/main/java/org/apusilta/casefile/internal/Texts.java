package org.apusilta.casefile.internal;

import org.apusilta.casefile.CaseFiles;

/** What people write into cases. */
final class Texts {

    private Texts() {}

    /** @return the text without blanks around it @throws IllegalArgumentException when nothing is left, or more than {@link CaseFiles#LONGEST} */
    static String checked(String text) {
        var clean = optional(text);
        if (clean.isEmpty()) {
            throw new IllegalArgumentException("a text has 1 to " + CaseFiles.LONGEST + " characters");
        }
        return clean;
    }

    /** @return the text without blanks around it, perhaps empty @throws IllegalArgumentException when it is longer than {@link CaseFiles#LONGEST} */
    static String optional(String text) {
        var clean = text.strip();
        if (clean.length() > CaseFiles.LONGEST || clean.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text has at most " + CaseFiles.LONGEST + " characters");
        }
        return clean;
    }
}

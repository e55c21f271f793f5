package org.apusilta.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which kinds of help may ask for a volunteer's criminal record: those that a named person has assessed beforehand by the three
 * tests of Act 148/2014, all of which must hold. Without an assessment nobody is asked, and nobody is matched to a kind that may need it.
 */
public interface Assessments {

    /**
     * One assessment.
     *
     * @param regularly it regularly and essentially means teaching, guiding, caring for or being together with a minor
     * @param inPerson in personal interaction @param alone alone, or where the minor's integrity cannot otherwise be reasonably secured
     * @param by account of who assessed
     */
    record Assessment(String kind, boolean regularly, boolean inPerson, boolean alone, String by, LocalDate on) {

        /** @return whether all three hold, so that the record may be asked for */
        public boolean holds() {
            return regularly && inPerson && alone;
        }
    }

    /** @return the newest assessment of each kind that has one */
    Map<String, Assessment> newest();

    /** @return every assessment of this kind, newest first */
    List<Assessment> of(String kind);

    /** @return the newest of this kind, null when nobody has assessed it */
    default @Nullable Assessment newest(String kind) {
        return newest().get(kind);
    }

    /** Keeps an assessment made today by the caller's named person; {@link KindAssessed} is published. @throws java.util.NoSuchElementException when there is no such kind */
    void assess(String kind, boolean regularly, boolean inPerson, boolean alone, String by);
}

package org.apusilta.volunteer;

/** Puts some care into the demo, so that its pages are not empty on the first morning. */
public interface DemoCare {

    /** After the register is filled: a past of the five kinds, thanks that wait, people to be in touch with, an event to come and one that was. */
    void fill();
}

package org.apusilta.volunteer;

/** The five things that keep a volunteer (R24). */
public enum CareKind {
    /** their work is seen and valued: a milestone, a certificate, a mention */
    APPRECIATION,
    /** they learn what they need: training, introduction to a place or a task */
    ORIENTATION,
    /** guidance and advice: an interview, a talk about how it goes, a debriefing */
    GUIDANCE,
    /** thanks and encouragement */
    THANKS,
    /** something nice together */
    RECREATION
}

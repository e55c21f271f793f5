package org.apusilta.request;

/** How a case ended: a fact recorded once, by the step that ended it. */
public enum Outcome {
    /** The support ran and ended well or as agreed. */ ENDED,
    /** A person declined the request, with a reason. */ DECLINED,
    /** All of it is professional work; said to who asked, with advice (R20, R22). */ PROFESSIONAL,
    /** Directed to the service or partner where it belongs. */ ELSEWHERE,
    /** The client no longer wanted it. */ WITHDRAWN,
    /** A partner helps now: handed over with the client's consent. */ HANDED_OVER,
    /** Nobody suitable was found. */ NO_VOLUNTEER,
    /** Stopped at the first meeting or the agreement, nobody's fault. */ STOPPED,
    /** Goes on as a new request with another volunteer. */ CHANGED,
    /** The client has died. */ DIED
}

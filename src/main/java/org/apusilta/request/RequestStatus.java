package org.apusilta.request;

/** Where a case stands, in words other systems may rely on. Read off the process, never stored beside it. */
public enum RequestStatus {
    RECEIVED, CLARIFYING, MATCHING, OFFERED, MEETING, AGREEMENT, ACTIVE, ENDED, DECLINED, ELSEWHERE, WITHDRAWN
}

package org.apusilta.request;

/** Who asks (R2). */
public enum AskedBy {
    SELF, RELATIVE, SOCIAL_WORKER, HOME_CARE, HOSPITAL, SERVICE_HOUSE, OTHER_AUTHORITY;

    /** @return whether a professional asks, who must say who stays responsible for care (R3) */
    public boolean professional() {
        return this != SELF && this != RELATIVE;
    }
}

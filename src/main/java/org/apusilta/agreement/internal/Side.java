package org.apusilta.agreement.internal;

/** Who agrees with whom. */
public enum Side {
    CLIENT, VOLUNTEER;

    /** @return the purpose of this side's link */
    public String purpose() {
        return this == CLIENT ? "agreement-client" : "agreement-volunteer";
    }

    /** @return the other one */
    public Side other() {
        return this == CLIENT ? VOLUNTEER : CLIENT;
    }
}

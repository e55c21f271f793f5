package org.apusilta.casefile;

/** The case has ended: nothing new can be begun in it. */
public class CaseClosed extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public CaseClosed() {
        super("the case has ended");
    }
}

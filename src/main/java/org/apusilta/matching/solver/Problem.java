package org.apusilta.matching.solver;

/** What is to be assigned. Requests and volunteers are numbers from 0. */
public interface Problem {

    /** No profit may be larger than this, or smaller than its negative: sums on the way stay within a long. */
    long LIMIT = 1L << 58;

    /** Takes the pairs of one request. */
    @FunctionalInterface
    interface Pairs {

        /** @param profit what this pair brings; pairs that bring nothing are never chosen */
        void pair(int volunteer, long profit);
    }

    int requests();

    int volunteers();

    /** @return how many requests this volunteer can take, 0 or more */
    int places(int volunteer);

    /** Tells all allowed pairs of a request, each volunteer once, always in the same order. Asked again for every pricing. */
    void pairs(int request, Pairs pairs);
}

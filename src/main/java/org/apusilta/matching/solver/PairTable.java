package org.apusilta.matching.solver;

import java.util.Arrays;

/** A problem held in memory, request by request: about 12 bytes a pair. */
public final class PairTable implements Problem {

    private final int[] places;
    private final int[] begins;
    private final int[] volunteers;
    private final long[] profits;

    private PairTable(int[] places, int[] begins, int[] volunteers, long[] profits) {
        this.places = places;
        this.begins = begins;
        this.volunteers = volunteers;
        this.profits = profits;
    }

    /** @param places by volunteer @return a builder to which the pairs are told request by request */
    public static Builder of(int... places) {
        return new Builder(places.clone());
    }

    @Override
    public int requests() {
        return begins.length - 1;
    }

    @Override
    public int volunteers() {
        return places.length;
    }

    @Override
    public int places(int volunteer) {
        return places[volunteer];
    }

    @Override
    public void pairs(int request, Pairs pairs) {
        for (int at = begins[request]; at < begins[request + 1]; at++) {
            pairs.pair(volunteers[at], profits[at]);
        }
    }

    /** @return how many pairs are allowed in all */
    public int size() {
        return volunteers.length;
    }

    /** Gathers the pairs. Not for several threads. */
    public static final class Builder {

        private static final int ROOM = 1024;

        private final int[] places;
        private final int[] lastSeen;
        private int[] begins = new int[ROOM];
        private int[] volunteers = new int[ROOM];
        private long[] profits = new long[ROOM];
        private int requests;
        private int size;

        private Builder(int[] places) {
            for (int one : places) {
                if (one < 0) {
                    throw new IllegalArgumentException("A volunteer cannot have fewer than no places");
                }
            }
            this.places = places;
            this.lastSeen = new int[places.length];
        }

        /** Begins the next request. */
        public Builder request() {
            if (requests + 2 > begins.length) {
                begins = Arrays.copyOf(begins, begins.length * 2);
            }
            begins[++requests] = size;
            return this;
        }

        /** @throws IllegalArgumentException when the volunteer is unknown or told twice for this request, or the profit too large */
        public Builder pair(int volunteer, long profit) {
            if (requests == 0 || volunteer < 0 || volunteer >= places.length || lastSeen[volunteer] == requests) {
                throw new IllegalArgumentException("Unknown or repeated volunteer " + volunteer + " for request " + (requests - 1));
            }
            if (profit > LIMIT || profit < -LIMIT) {
                throw new IllegalArgumentException("A profit must lie between -2^58 and 2^58");
            }
            if (size == volunteers.length) {
                volunteers = Arrays.copyOf(volunteers, size * 2);
                profits = Arrays.copyOf(profits, size * 2);
            }
            lastSeen[volunteer] = requests;
            volunteers[size] = volunteer;
            profits[size++] = profit;
            begins[requests] = size;
            return this;
        }

        public PairTable build() {
            return new PairTable(places, Arrays.copyOf(begins, requests + 1), Arrays.copyOf(volunteers, size), Arrays.copyOf(profits, size));
        }
    }
}

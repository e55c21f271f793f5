package org.apusilta.matching.solver;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A problem with its assignment and certificate, to be kept and checked again later, by whomever. */
public record Proof(Problem problem, int[] chosen, Certificate certificate) {

    private static final int FORMAT = 1;

    /** @return what is wrong with it; empty when it proves what it says */
    public List<String> faults() {
        return certificate.faults(problem, chosen);
    }

    /** @return a compact form: format, both sizes, places, per request its pairs, choice, worths, prices, all as big-endian numbers, zipped */
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeByte(FORMAT);
            out.writeInt(problem.requests());
            out.writeInt(problem.volunteers());
            for (int v = 0; v < problem.volunteers(); v++) {
                out.writeInt(problem.places(v));
                out.writeLong(certificate.prices()[v]);
            }
            for (int request = 0; request < problem.requests(); request++) {
                out.writeInt(chosen[request]);
                out.writeLong(certificate.worths()[request]);
                problem.pairs(request, (volunteer, profit) -> pair(out, volunteer, profit));
                out.writeInt(Solution.NOBODY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when these bytes are no proof */
    public static Proof of(byte[] bytes) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalArgumentException("not a proof in a format we know");
            }
            var chosen = new int[in.readInt()];
            var places = new int[in.readInt()];
            var certificate = new Certificate(new long[chosen.length], new long[places.length]);
            for (int v = 0; v < places.length; v++) {
                places[v] = in.readInt();
                certificate.prices()[v] = in.readLong();
            }
            var problem = PairTable.of(places);
            for (int request = 0; request < chosen.length; request++) {
                chosen[request] = in.readInt();
                certificate.worths()[request] = in.readLong();
                problem.request();
                for (int volunteer = in.readInt(); volunteer != Solution.NOBODY; volunteer = in.readInt()) {
                    problem.pair(volunteer, in.readLong());
                }
            }
            return new Proof(problem.build(), chosen, certificate);
        } catch (IOException e) {
            throw new IllegalArgumentException("these bytes are no proof", e);
        }
    }

    private static void pair(DataOutputStream out, int volunteer, long profit) {
        try {
            out.writeInt(volunteer);
            out.writeLong(profit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

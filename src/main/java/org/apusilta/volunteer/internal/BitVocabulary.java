package org.apusilta.volunteer.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apusilta.volunteer.Vocabulary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the bit positions once: they never change while the application runs, and only migrations add to them. */
@Component
class BitVocabulary implements Vocabulary {

    private final Map<String, Integer> languages;
    private final Map<String, Integer> interests;

    BitVocabulary(JdbcClient jdbc) {
        languages = bits(jdbc, "SELECT code, bit FROM apusilta.language_bit");
        interests = bits(jdbc, "SELECT code, bit FROM apusilta.interest_bit");
    }

    @Override
    public long languages(Collection<String> codes) {
        return mask(languages, codes);
    }

    @Override
    public Set<String> languages(long mask) {
        return codes(languages, mask);
    }

    @Override
    public long interests(Collection<String> codes) {
        return mask(interests, codes);
    }

    @Override
    public Set<String> interests(long mask) {
        return codes(interests, mask);
    }

    private static Map<String, Integer> bits(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query((row, n) -> Map.entry(row.getString(1), row.getInt(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static long mask(Map<String, Integer> bits, Collection<String> codes) {
        return codes.stream().filter(bits::containsKey).mapToLong(code -> 1L << bits.get(code)).reduce(0, (a, b) -> a | b);
    }

    private static Set<String> codes(Map<String, Integer> bits, long mask) {
        return bits.entrySet().stream().filter(bit -> (mask & 1L << bit.getValue()) != 0).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}

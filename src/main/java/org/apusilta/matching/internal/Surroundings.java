package org.apusilta.matching.internal;

import java.util.Collection;
import java.util.List;
import org.apusilta.request.NewRequest;

/** What can be in a home that somebody does not go to. Bits in this order, in {@code volunteer_besides} too. Public for {@code matching.web} only. */
public final class Surroundings {

    /** All there are. */
    public static final List<String> CODES = NewRequest.Wishes.AROUND;
    private static final List<String> ANIMALS = List.of("CAT", "DOG", "OTHER_ANIMAL");

    private Surroundings() {}

    static int mask(Collection<String> codes) {
        return codes.stream().mapToInt(CODES::indexOf).filter(bit -> bit >= 0).reduce(0, (mask, bit) -> mask | 1 << bit);
    }

    static List<String> codes(int mask) {
        return CODES.stream().filter(code -> (mask & 1 << CODES.indexOf(code)) != 0).toList();
    }

    /** While nobody has said which animal lives there, it may be any of them. */
    static int home(boolean pets, boolean smoke, Collection<String> told) {
        int mask = mask(told) | (smoke ? mask(List.of("SMOKE")) : 0);
        return pets && (mask & mask(ANIMALS)) == 0 ? mask | mask(ANIMALS) : mask;
    }
}

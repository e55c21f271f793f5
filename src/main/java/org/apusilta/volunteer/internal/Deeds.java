package org.apusilta.volunteer.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apusilta.volunteer.ServiceDone;
import org.apusilta.volunteer.ServiceDone.Done;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What volunteers have done, of all modules in which they do it. */
@Component
class Deeds {

    private static final Done NOTHING = new Done(0, 0, Set.of());

    // asked for late: those modules stand on this one
    private final ObjectProvider<ServiceDone> counted;

    Deeds(ObjectProvider<ServiceDone> counted) {
        this.counted = counted;
    }

    Map<UUID, Done> all() {
        var sum = new HashMap<UUID, Done>();
        counted.forEach(one -> one.all().forEach((id, done) -> sum.merge(id, done, Deeds::plus)));
        return sum;
    }

    Done of(UUID volunteerId) {
        return counted.stream().map(one -> one.of(volunteerId)).reduce(NOTHING, Deeds::plus);
    }

    private static Done plus(Done one, Done other) {
        var kinds = new HashSet<>(one.kinds());
        kinds.addAll(other.kinds());
        return new Done(one.visits() + other.visits(), one.minutes() + other.minutes(), kinds);
    }
}

package org.apusilta.engine.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apusilta.engine.identity.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whose tasks a reader's queues look through. Rights alone would do, but the engine holds every task of the city against every
 * right of the reader: the groups, which have an index, come first. Asked by the filters' expressions, so public.
 */
@Component
public class QueueGroups {

    private static final Set<String> ALL_DISTRICTS = Set.of(Groups.LEADS, Groups.ADMINS);
    private static final List<String> ALL = Stream.concat(Groups.COORDINATORS.stream(), Stream.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINS)).toList();

    private final IdentityService identity;

    QueueGroups(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** @return the reader's groups; all for who has rights on every task, and for ourselves */
    public List<String> ofReader() {
        var reader = identity.getCurrentAuthentication();
        if (reader == null || reader.getGroupIds() == null || reader.getGroupIds().isEmpty() || reader.getGroupIds().stream().anyMatch(ALL_DISTRICTS::contains)) {
            return ALL;
        }
        return reader.getGroupIds();
    }
}

package org.apusilta.request.internal;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient.Role;
import org.springframework.stereotype.Component;

/**
 * After a death no machine writes to the client's side: to the client, to a relative who asked, and to no address of theirs. A
 * professional who asked is not the client's side, but hears it from a person all the same.
 */
@Component
class Silence {

    private final Messages messages;

    Silence(Messages messages) {
        this.messages = messages;
    }

    /** The client has died. */
    void fall(HelpRequest request) {
        messages.silence(request.id, roles(request), addresses(request));
    }

    /** Somebody says that the client has died, and a person is finding out: until then nothing automatic leaves. */
    void hold(HelpRequest request) {
        messages.hold(request.id, roles(request), addresses(request));
    }

    /** It was not so. */
    void lift(UUID caseId) {
        messages.letGo(caseId);
    }

    private static Set<Role> roles(HelpRequest request) {
        return request.askedBy.professional() ? Set.of(Role.CLIENT) : Set.of(Role.CLIENT, Role.REQUESTER);
    }

    private static Set<String> addresses(HelpRequest request) {
        var client = request.client.person();
        var requester = request.requester.person(request.askedBy);
        var addresses = new HashSet<>(Stream.of(client.email(), client.phone()).filter(Objects::nonNull).toList());
        if (!request.askedBy.professional()) {
            Stream.of(requester.email(), requester.phone()).filter(Objects::nonNull).forEach(addresses::add);
        }
        return addresses;
    }
}

package org.apusilta.casefile;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apusilta.request.AskedBy;
import org.apusilta.request.NewRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Requests to work with, and people who do. */
final class Cases {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private Cases() {}

    static NewRequest inDistrict(String district) {
        return of("Herta Testikoski" + NAMES.incrementAndGet(), district, "sv");
    }

    /** @param language how we write to the client */
    static NewRequest of(String client, String district, String language) {
        return new NewRequest(AskedBy.SELF,
                new NewRequest.Client(client, "040 555 1234", null, 1939, language, district, "Esimerkkikatu 1", Map.of()),
                new NewRequest.Requester(null, null, null, null), true, new NewRequest.Consent(null, null),
                List.of("FRIEND_VISIT"), "Kaipaa juttuseuraa.", List.of("fi"), List.of("MON_AM"), true, 2.0, null,
                new NewRequest.Home(false, false, false, false, null), Map.of(), new NewRequest.Care(null, null, null, null), language, null);
    }

    /** From now on this account is logged in on this thread. */
    static void as(String user) {
        nobody();
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null,
                AuthorityUtils.createAuthorityList("ROLE_" + user.replaceAll("-.*", "").toUpperCase())));
    }

    static void nobody() {
        SecurityContextHolder.clearContext();
    }
}

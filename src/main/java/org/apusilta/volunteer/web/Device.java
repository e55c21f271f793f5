package org.apusilta.volunteer.web;

import java.util.Optional;
import java.util.UUID;
import org.apusilta.volunteer.OwnSession;
import org.apusilta.volunteer.internal.OwnPages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** The device that asks: it holds its secret in a cookie that no script reads and no other site sends. */
@Component
class Device implements OwnSession {

    static final String COOKIE = "APUSILTA-OWN";

    private final OwnPages pages;
    private final boolean secure;

    /** @param secure as the login's cookie: behind TLS that ends at a proxy the request itself does not say so */
    Device(OwnPages pages, @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        this.pages = pages;
        this.secure = secure;
    }

    @Override
    public Optional<UUID> volunteer() {
        return Optional.ofNullable(secret()).flatMap(pages::volunteer);
    }

    /** @return what this device holds, null when nothing */
    @Nullable String secret() {
        var cookie = asking() == null ? null : WebUtils.getCookie(asking().getRequest(), COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /** Gives this device a secret to hold; an empty one takes it back. The page itself ends by what we hold. */
    void hold(String secret) {
        var here = asking();
        if (here != null && here.getResponse() != null) {
            here.getResponse().addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, secret).path("/").httpOnly(true)
                    .secure(secure || here.getRequest().isSecure()).sameSite("Lax").maxAge(secret.isEmpty() ? 0 : -1).build().toString());
        }
    }

    private static @Nullable ServletRequestAttributes asking() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here ? here : null;
    }
}

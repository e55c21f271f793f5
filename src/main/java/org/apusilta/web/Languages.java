package org.apusilta.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The reader's language: the one chosen with {@code ?lang=} (kept in a cookie), else the browser's, else Finnish (R56, R59). */
final class Languages extends CookieLocaleResolver {

    static final Locale FINNISH = Locale.forLanguageTag("fi");
    static final List<Locale> SUPPORTED = List.of(FINNISH, Locale.forLanguageTag("sv"), Locale.ENGLISH);

    Languages() {
        super("apusilta-lang");
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(false); // Tasklist follows it too (scripts/config.js)
        setCookieSameSite("Lax");
        setRejectInvalidCookies(false);
        setDefaultLocaleFunction(Languages::ofBrowser);
    }

    /** @return the language with this code when we write it, else null */
    static @Nullable Locale supported(@Nullable String code) {
        return SUPPORTED.stream().filter(l -> l.getLanguage().equals(code)).findFirst().orElse(null);
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
        return supported(value);
    }

    private static Locale ofBrowser(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(l -> supported(l.getLanguage()))
                .filter(l -> l != null)
                .findFirst().filter(l -> request.getHeader("Accept-Language") != null).orElse(FINNISH);
    }
}

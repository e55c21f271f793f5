package org.apusilta.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** {@code ?lang=fi|sv|en} on any page switches the language; anything else there is ignored. */
final class LanguageSwitch implements HandlerInterceptor {

    private final LocaleResolver languages;

    LanguageSwitch(LocaleResolver languages) {
        this.languages = languages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var wanted = Languages.supported(request.getParameter("lang"));
        if (wanted != null) {
            languages.setLocale(request, response, wanted);
        }
        return true;
    }
}

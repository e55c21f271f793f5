package org.apusilta.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apusilta.engine.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every rendered view its {@link Frame}, the error pages too. */
final class Framing implements HandlerInterceptor {

    private final ObjectProvider<Accounts> accounts;
    private final boolean demo;

    Framing(ObjectProvider<Accounts> accounts, boolean demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && !(page.getViewName() + "").startsWith("redirect:")) {
            page.addObject("frame", frame(request));
        }
    }

    private Frame frame(HttpServletRequest request) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var here = LocaleContextHolder.getLocale().getLanguage();
        var languages = Languages.SUPPORTED.stream().map(l -> language(l, request.getQueryString(), here)).toList();
        return who == null || who instanceof AnonymousAuthenticationToken || !who.isAuthenticated()
                ? new Frame(null, Set.of(), languages, demo)
                : new Frame(name(who), roles(who), languages, demo);
    }

    private static Frame.Language language(Locale language, @Nullable String query, String here) {
        var code = language.getLanguage();
        var href = "?" + UriComponentsBuilder.newInstance().query(query).replaceQueryParam("lang", code).build().getQuery();
        var own = language.getDisplayLanguage(language);
        return new Frame.Language(code, own.substring(0, 1).toUpperCase(language) + own.substring(1), href, code.equals(here));
    }

    private String name(Authentication who) {
        var all = accounts.getIfAvailable();
        return all == null ? who.getName() : all.find(who.getName()).map(Accounts.Account::displayName).orElse(who.getName());
    }

    private static Set<String> roles(Authentication who) {
        return who.getAuthorities().stream().map(a -> a.getAuthority().replaceFirst("^ROLE_", "")).collect(Collectors.toSet());
    }
}

package org.apusilta.security.web;

import static org.apusilta.security.web.Rules.path;
import static org.apusilta.security.web.Rules.paths;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Two ways in: systems send their password with each call; people log in once, for pages, Tasklist, Cockpit and REST alike. */
@Configuration(proxyBeanMethods = false)
class Chains {

    /** Names that do not clash with Camunda's own XSRF-TOKEN, which guards {@code /camunda}. */
    static final String CSRF_COOKIE = "APUSILTA-XSRF";
    static final String CSRF_HEADER = "X-APUSILTA-XSRF";

    private static final RequestMatcher API = new OrRequestMatcher(paths("/api/**", "/engine-rest/**"));

    /** No session, no CSRF: a browser never sends this header by itself, as we never ask it to. */
    @Bean
    @Order(1)
    SecurityFilterChain systems(HttpSecurity http, Rules rules, Refusals refusals, Headers headers) throws Exception {
        return http
                .securityMatcher(new AndRequestMatcher(API, request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null))
                .authorizeHttpRequests(rules::apply)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .headers(headers::apply)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, Rules rules, Refusals refusals, Headers headers, Landing landing,
            AccountStillThere stillThere, CsrfTokenRepository csrfTokens) throws Exception {
        var page = new AndRequestMatcher(path(GET, "/**"), html());
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(page);
        landing.setRequestCache(cache);
        return http
                .authorizeHttpRequests(rules::apply)
                .formLogin(login -> login.loginPage("/login").successHandler(landing))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(path(POST, "/logout"), tasklistLogout()))
                        .logoutSuccessHandler((request, response, who) -> {
                            if (request.getRequestURI().startsWith("/camunda/")) {
                                response.setStatus(204);
                            } else {
                                response.sendRedirect("/login?logout");
                            }
                        }))
                .exceptionHandling(refused -> refused
                        .defaultAuthenticationEntryPointFor(refusals, request -> !page.matches(request))
                        // both named: a single one would answer everybody, people with a browser too
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), html())
                        .defaultAccessDeniedHandlerFor(refusals, request -> !html().matches(request)))
                .requestCache(it -> it.requestCache(cache))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens).csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(paths("/camunda/**")))
                .addFilterAfter(new CsrfCookie(), CsrfFilter.class)
                .addFilterBefore(stillThere, AuthorizationFilter.class)
                .headers(headers::apply)
                .build();
    }

    /** No times are taken of each filter of each call: nobody reads them. */
    @Bean
    SecurityObservationSettings noTimesOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Readable by scripts: Tasklist's plugins send it back as the header {@value #CSRF_HEADER}. */
    @Bean
    CsrfTokenRepository csrfTokens() {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName(CSRF_COOKIE);
        cookie.setHeaderName(CSRF_HEADER);
        return cookie;
    }

    /** Logging out in Tasklist ends the one session. Camunda's CSRF filter comes later, so the header it wants must be there: no other site can set it. */
    private static RequestMatcher tasklistLogout() {
        return new AndRequestMatcher(path(POST, "/camunda/api/admin/auth/user/*/logout"), request -> request.getHeader("X-XSRF-TOKEN") != null);
    }

    private static RequestMatcher html() {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return new AndRequestMatcher(html, request -> !"XMLHttpRequest".equals(request.getHeader("X-Requested-With")));
    }
}

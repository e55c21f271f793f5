package org.apusilta.security.web;

import static org.apusilta.security.Role.ADMIN;
import static org.apusilta.security.Role.COORDINATOR;
import static org.apusilta.security.Role.LEAD;
import static org.apusilta.security.Role.MANAGER;
import static org.apusilta.security.Role.ORGANISATION;
import static org.apusilta.security.Role.RESPONSIBLE;
import static org.apusilta.security.Role.SOCIAL_WORKER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.apusilta.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Which role comes in at which door, on both chains; what is not named is closed. Which cases one sees behind the door is
 * decided by {@link org.apusilta.security.Access}. {@code EveryDoorIT} holds the same table and walks every mapping.
 */
@Component
class Rules {

    /** Who works at the city's desks; an organisation's contact and a unit's responsible person have their own pages and nothing else. */
    private static final Role[] STAFF = {COORDINATOR, LEAD, SOCIAL_WORKER, MANAGER, ADMIN};
    private static final String[] STATIC =
            {"/css/**", "/js/**", "/hds/**", "/bpmn-js/**", "/chartjs/**", "/img/**", "/fonts/**", "/favicon.svg", "/favicon.ico"};
    private static final Role[] ENGINE_PAGES = {COORDINATOR, LEAD, MANAGER, ADMIN};

    private final boolean demo;

    Rules(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                .requestMatchers(paths("/", "/login", "/error", "/request/**", "/status/**", "/l/**", "/own/**", "/volunteer/**")).permitAll()
                .requestMatchers(paths(STATIC)).permitAll()
                .requestMatchers(paths("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")).permitAll()
                .requestMatchers(path(GET, "/needs"), path(GET, "/training"), path(GET, "/api/needs")).permitAll()
                .requestMatchers(path(GET, "/api/kinds")).permitAll();
        if (demo) {
            rules.requestMatchers(paths("/demo/messages/**")).permitAll();
        }
        rules.requestMatchers(path(POST, "/api/requests")).hasAnyRole(names(SOCIAL_WORKER, COORDINATOR, LEAD))
                .requestMatchers(path(GET, "/api/requests/{id}")).hasAnyRole(names(SOCIAL_WORKER, COORDINATOR, LEAD, ADMIN))
                .requestMatchers(path(GET, "/api/requests/{id}/candidates")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(path(GET, "/api/cases/**")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(paths("/api/cases/**")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(paths("/api/tasks/**")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(path(GET, "/forms/**")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(path(POST, "/cases/search"), path(POST, "/cases/views/**")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(path(GET, "/cases/hand-over")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(path(GET, "/cases/**")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(paths("/cases/**", "/absences/**")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(paths("/requests/**")).hasAnyRole(names(SOCIAL_WORKER))
                .requestMatchers(paths("/applicants/times/**")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(path(GET, "/applicants"), path(GET, "/applicants/{id}"), path(GET, "/api/volunteers/{id}/card")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(paths("/applicants/**")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(paths("/recruitment/**")).hasAnyRole(names(LEAD))
                .requestMatchers(paths("/trainings/import/**")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(paths("/trainings/courses/{code}", "/terms/**")).hasAnyRole(names(LEAD)).requestMatchers(path(POST, "/checks/{kind}")).hasAnyRole(names(LEAD))
                .requestMatchers(path(GET, "/trainings/**"), path(GET, "/insured"), path(GET, "/checks/**")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(paths("/trainings/**", "/insured.csv")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(paths("/border/**")).hasAnyRole(names(MANAGER, LEAD))
                .requestMatchers(paths("/partners/**", "/interim/**")).hasAnyRole(names(MANAGER, LEAD))
                .requestMatchers(paths("/matching/weights/**")).hasAnyRole(names(MANAGER, LEAD))
                .requestMatchers(path(GET, "/matching/fairness")).hasAnyRole(names(MANAGER, COORDINATOR, LEAD, ADMIN))
                .requestMatchers(path(GET, "/matching/cases/**")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(paths("/matching/rounds/**", "/matching/cases/**")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(paths("/versions/**")).hasAnyRole(names(ADMIN))
                .requestMatchers(paths("/volunteers/import/**", "/volunteers/organisations/**")).hasAnyRole(names(LEAD, ADMIN))
                .requestMatchers(path(GET, "/volunteers/{id}/edit"), path(GET, "/volunteers/{id}/sites"), path(GET, "/volunteers/duplicates"), path(GET, "/volunteers/{id}/merge/{other}"),
                        path(GET, "/volunteers/messages/**")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(path(GET, "/volunteers/**"), path(POST, "/volunteers/search"), path(POST, "/volunteers/segments/**")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(paths("/volunteers/**")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(paths("/our-volunteers/**")).hasAnyRole(names(ORGANISATION))
                .requestMatchers(paths("/unit-volunteers/**")).hasAnyRole(names(RESPONSIBLE))
                .requestMatchers(paths("/support/**")).hasAnyRole(names(COORDINATOR, LEAD))
                .requestMatchers(paths("/manage/**")).hasAnyRole(names(MANAGER, LEAD, ADMIN))
                .requestMatchers(path(GET, "/v3/api-docs/**"), path(GET, "/v3/api-docs.yaml")).hasAnyRole(names(STAFF));
        engine(rules);
        rules.anyRequest().denyAll();
    }

    /** Behind these doors the engine's own authorisations decide. Its second login and its set-up page stay shut: ours is the one login. */
    private static void engine(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(paths("/camunda/api/admin/auth/user/*/login/**", "/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")).denyAll()
                // tries a password beside the login, and nobody needs it
                .requestMatchers(paths("/engine-rest/identity/verify/**", "/engine-rest/engine/*/identity/verify/**",
                        "/camunda/api/engine/engine/*/identity/verify/**")).denyAll()
                .requestMatchers(paths("/camunda/app/tasklist/**", "/camunda/api/tasklist/**")).hasAnyRole(names(COORDINATOR, LEAD, ADMIN))
                .requestMatchers(paths("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")).hasAnyRole(names(MANAGER, ADMIN))
                .requestMatchers(paths("/camunda/app/admin/**")).hasAnyRole(names(ADMIN))
                .requestMatchers(paths("/camunda/**")).hasAnyRole(names(ENGINE_PAGES))
                .requestMatchers(paths("/engine-rest/**")).hasAnyRole(names(STAFF));
    }

    static RequestMatcher[] paths(String... patterns) {
        return Stream.of(patterns).map(pattern -> path(null, pattern)).toArray(RequestMatcher[]::new);
    }

    /** By the whole path: a plain string would be matched inside the engine's REST servlet and miss it. */
    static RequestMatcher path(@Nullable HttpMethod method, String pattern) {
        var matchers = PathPatternRequestMatcher.withDefaults();
        return method == null ? matchers.matcher(pattern) : matchers.matcher(method, pattern);
    }

    private static String[] names(Role... roles) {
        return Stream.of(roles).map(Enum::name).toArray(String[]::new);
    }
}

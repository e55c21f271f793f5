package org.apusilta.casefile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.matching.Matching;
import org.apusilta.matching.Matching.Offer;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.relationship.Supports;
import org.apusilta.relationship.Supports.Support;
import org.apusilta.volunteer.AccessLog;
import org.apusilta.volunteer.AccessLog.What;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes for the volunteer that somebody of ours opened a case they have in hand: its page, its Case tab, what is heard by phone.
 * A list of people to choose from is not noted, or it would tell them that somebody else was chosen.
 */
class CaseLooks implements HandlerInterceptor {

    private static final Pattern ONE = Pattern.compile("/(?:api/cases|cases|support)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?");

    private final AccessLog log;
    private final Supports supports;
    private final Matching matching;

    private CaseLooks(AccessLog log, Supports supports, Matching matching) {
        this.log = log;
        this.supports = supports;
        this.matching = matching;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        var one = ONE.matcher(request.getRequestURI().substring(request.getContextPath().length()));
        if (failed == null && response.getStatus() < 300 && "GET".equals(request.getMethod()) && one.matches()) {
            var caseId = UUID.fromString(one.group(1));
            volunteer(caseId).ifPresent(volunteer -> log.looked(volunteer, What.CASE, caseId));
        }
    }

    private Optional<UUID> volunteer(UUID caseId) {
        return supports.of(caseId).map(Support::volunteerId).or(() -> matching.offers(caseId).stream()
                .filter(offer -> offer.state() == OfferState.OPEN || offer.state() == OfferState.ACCEPTED).map(Offer::volunteerId).findFirst());
    }

    /** On every page and answer about one case. */
    @Configuration(proxyBeanMethods = false)
    static class Registered {

        @Bean
        WebMvcConfigurer caseLooks(AccessLog log, Supports supports, Matching matching) {
            return new WebMvcConfigurer() {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(new CaseLooks(log, supports, matching)).addPathPatterns("/cases/**", "/api/cases/**", "/support/**");
                }
            };
        }
    }
}

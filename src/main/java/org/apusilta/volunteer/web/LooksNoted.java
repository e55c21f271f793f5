package org.apusilta.volunteer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.volunteer.AccessLog;
import org.apusilta.volunteer.AccessLog.What;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes by itself that somebody of ours opened a page about one volunteer or applicant, whoever made the page: nobody has to remember to. */
class LooksNoted implements HandlerInterceptor {

    private static final Pattern ONE = Pattern.compile("/(?:(?:api/)?volunteers|applicants)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?");

    private final AccessLog log;

    private LooksNoted(AccessLog log) {
        this.log = log;
    }

    /** What was refused or does not exist was not seen. */
    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        var one = ONE.matcher(request.getRequestURI().substring(request.getContextPath().length()));
        if (failed == null && response.getStatus() < 400 && one.matches()) {
            log.looked(UUID.fromString(one.group(1)), "GET".equals(request.getMethod()) ? What.CARD : What.CHANGE, null);
        }
    }

    /** On every page below the addresses of volunteers and applicants. */
    @Configuration(proxyBeanMethods = false)
    static class Registered {

        @Bean
        WebMvcConfigurer looksNoted(AccessLog log) {
            return new WebMvcConfigurer() {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(new LooksNoted(log)).addPathPatterns("/volunteers/**", "/api/volunteers/**", "/applicants/**");
                }
            };
        }
    }
}

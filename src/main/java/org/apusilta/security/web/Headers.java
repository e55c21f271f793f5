package org.apusilta.security.web;

import static org.apusilta.security.web.Rules.path;
import static org.apusilta.security.web.Rules.paths;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** What browsers may do with our pages: nothing but our own files, no frame around them. Camunda's pages set their own policy and caching. */
@Component
class Headers {

    private static final String OWN_FILES_ONLY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; style-src 'self'";

    private static final RequestMatcher CAMUNDA = new OrRequestMatcher(paths("/camunda/**"));
    // the drawn process and the charts position things with style attributes
    private static final RequestMatcher DRAWINGS = path(null, "/manage/**");

    void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(except(CAMUNDA, new CacheControlHeadersWriter()))
                .addHeaderWriter(except(new OrRequestMatcher(CAMUNDA, DRAWINGS), new ContentSecurityPolicyHeaderWriter(OWN_FILES_ONLY)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(new AndRequestMatcher(DRAWINGS),
                        new ContentSecurityPolicyHeaderWriter(OWN_FILES_ONLY + " 'unsafe-inline'")));
    }

    private static HeaderWriter except(RequestMatcher where, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(where), writer);
    }
}

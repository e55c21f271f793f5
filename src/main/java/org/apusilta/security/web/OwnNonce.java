package org.apusilta.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each Tasklist and Cockpit page the nonce of its own Content-Security-Policy. Camunda 7.24 passes the nonce from its header
 * to its page through one attribute of the whole application, so that two calls at the same moment swap theirs and the browser
 * refuses every script: an empty page. Here whoever asks for the attribute reads it from this answer's header.
 */
class OwnNonce extends OncePerRequestFilter {

    static final String ATTRIBUTE = "org.camunda.bpm.csp.nonce";
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new HttpServletRequestWrapper(request) {
            @Override
            public ServletContext getServletContext() {
                return seenFrom(response, super.getServletContext());
            }
        }, response);
    }

    private static ServletContext seenFrom(HttpServletResponse response, ServletContext application) {
        return (ServletContext) Proxy.newProxyInstance(OwnNonce.class.getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, values) -> {
            if (method.getName().equals("getAttribute") && ATTRIBUTE.equals(values[0])) {
                var own = nonce(response.getHeader("Content-Security-Policy"));
                return own == null ? application.getAttribute(ATTRIBUTE) : own;
            }
            try {
                return method.invoke(application, values);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static @Nullable String nonce(@Nullable String policy) {
        var found = NONCE.matcher(policy == null ? "" : policy);
        return found.find() ? found.group(1) : null;
    }

    /** Before Camunda's own filters, so that they see the wrapped request. */
    @Configuration(proxyBeanMethods = false)
    static class Registered {

        @Bean
        FilterRegistrationBean<OwnNonce> ownNonce() {
            var filter = new FilterRegistrationBean<>(new OwnNonce());
            filter.setOrder(0);
            filter.addUrlPatterns("/camunda/app/*");
            return filter;
        }
    }
}

package org.apusilta;

import org.springframework.security.config.BeanIds;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * MockMvc's {@code csrf()} swaps the token store of the whole application for one in the session and never puts it back. Tests
 * share one application, and those that come in over real HTTP need the cookie.
 */
class RealCsrf implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        var application = test.getApplicationContext();
        var tokens = application.getBean(CsrfTokenRepository.class);
        application.getBean(BeanIds.SPRING_SECURITY_FILTER_CHAIN, FilterChainProxy.class).getFilterChains().stream()
                .flatMap(chain -> chain.getFilters().stream()).filter(CsrfFilter.class::isInstance)
                .forEach(filter -> ReflectionTestUtils.setField(filter, "tokenRepository", tokens));
    }
}

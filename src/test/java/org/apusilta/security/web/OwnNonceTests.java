package org.apusilta.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

class OwnNonceTests {

    @Test
    void aPageGetsTheNonceOfItsOwnHeaderWhateverAnotherCallLeftBehind() throws Exception {
        var application = new MockServletContext();
        var response = new MockHttpServletResponse();
        var read = new ArrayList<Object>();

        new OwnNonce().doFilter(new MockHttpServletRequest(application), response, (request, answer) -> {
            response.setHeader("Content-Security-Policy", "script-src 'nonce-mine' 'self'");
            application.setAttribute(OwnNonce.ATTRIBUTE, "somebody-else's");
            application.setAttribute("other", "shared");
            read.add(request.getServletContext().getAttribute(OwnNonce.ATTRIBUTE));
            read.add(request.getServletContext().getAttribute("other"));
        });

        assertThat(read).containsExactly("mine", "shared");
    }
}

package org.apusilta.security.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login; posting it is Spring Security's. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String login() {
        return "security/login";
    }
}

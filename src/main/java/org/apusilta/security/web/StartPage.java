package org.apusilta.security.web;

import org.apusilta.security.Access;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the way to ask for help, and for staff the doors of their role. */
@Controller
class StartPage {

    private final Access access;

    StartPage(Access access) {
        this.access = access;
    }

    @GetMapping("/")
    String start(Model page) {
        if (access.signedIn()) {
            page.addAttribute("doors", Door.of(access.role()));
        }
        return "security/start";
    }
}

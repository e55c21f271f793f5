package org.apusilta.security.web;

import java.util.List;
import org.apusilta.security.Role;

/**
 * A way from the start page to where somebody works.
 *
 * @param name the key of its texts: {@code security.door.<name>}
 */
record Door(String name, String href) {

    private static final Door TASKS = new Door("tasks", "/camunda/app/tasklist/default/");
    private static final Door CASES = new Door("cases", "/cases");
    private static final Door REQUESTS = new Door("requests", "/requests");
    private static final Door SEND = new Door("send", "/request");
    private static final Door MANAGE = new Door("manage", "/manage");
    private static final Door PARTNERS = new Door("partners", "/partners");
    private static final Door VERSIONS = new Door("versions", "/versions");
    private static final Door VOLUNTEERS = new Door("volunteers", "/volunteers");
    private static final Door OUR_VOLUNTEERS = new Door("ourVolunteers", "/our-volunteers");
    private static final Door UNIT_VOLUNTEERS = new Door("unitVolunteers", "/unit-volunteers");
    private static final Door COCKPIT = new Door("cockpit", "/camunda/app/cockpit/default/");
    private static final Door TRAININGS = new Door("trainings", "/trainings");
    private static final Door INSURED = new Door("insured", "/insured");
    private static final Door TERMS = new Door("terms", "/terms");
    private static final Door CHECKS = new Door("checks", "/checks");

    /** @return this role's doors; the first is where login leads */
    static List<Door> of(Role role) {
        return switch (role) {
            case COORDINATOR -> List.of(TASKS, CASES, VOLUNTEERS, SEND, TRAININGS, INSURED);
            case LEAD -> List.of(TASKS, CASES, VOLUNTEERS, MANAGE, PARTNERS, SEND, TRAININGS, INSURED, TERMS, CHECKS);
            case SOCIAL_WORKER -> List.of(REQUESTS, SEND);
            case MANAGER -> List.of(MANAGE, PARTNERS, COCKPIT);
            case ADMIN -> List.of(VERSIONS, TASKS, CASES, VOLUNTEERS, MANAGE, COCKPIT);
            case ORGANISATION -> List.of(OUR_VOLUNTEERS);
            case RESPONSIBLE -> List.of(UNIT_VOLUNTEERS);
        };
    }
}

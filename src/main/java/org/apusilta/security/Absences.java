package org.apusilta.security;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who is away when, and who stands in (R6, R10). The deputy has the rights of the absent person beside the own ones from the first
 * to the last day; nothing has to be switched on or off. Coordinators enter their own; a lead enters anybody's.
 */
public interface Absences {

    /** @param account username of who is away @param running whether today is one of the days @param own whether the caller may take it back */
    record Absence(UUID id, String account, String name, String deputyName, LocalDate firstDay, LocalDate lastDay, boolean running, boolean own) {}

    /** Why an absence cannot be entered. */
    enum Problem { DATES, PAST, FAR, SELF, UNKNOWN, DEPUTY_ROLE, DEPUTY_AWAY, OVERLAP }

    /** The absence was not entered. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Problem problem;

        public Refused(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        /** @return why */
        public Problem problem() {
            return problem;
        }
    }

    /** @return those that run or are to come, the nearest first: all of them for a lead, for a coordinator too, so that everybody knows whom to ask */
    List<Absence> known();

    /**
     * @param deputy a coordinator or lead for a coordinator, a lead for a lead: nobody's role is raised by an absence
     * @throws Refused when it cannot be
     * @throws org.springframework.security.access.AccessDeniedException when a coordinator enters somebody else's
     */
    UUID add(String account, String deputy, LocalDate firstDay, LocalDate lastDay);

    /** Ends it now or takes it back. @throws org.springframework.security.access.AccessDeniedException when it is not the caller's to end */
    void end(UUID id);
}

package org.apusilta.volunteer;

import java.util.List;

/** Something in an application is missing or wrong. */
public class InvalidApplication extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param field name of the form's field @param code what is wrong: key below {@code onboard.error.} */
    public record Problem(String field, String code) {}

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public InvalidApplication(List<Problem> problems) {
        super(problems.size() + " problems");
        this.problems = problems;
    }

    /** @return what is wrong, in the order of the form */
    public List<Problem> problems() {
        return problems;
    }
}

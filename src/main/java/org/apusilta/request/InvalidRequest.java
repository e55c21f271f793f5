package org.apusilta.request;

import java.util.List;

/** What was sent cannot be taken in; nothing of it was stored. */
public class InvalidRequest extends RuntimeException {

    /**
     * @param field path of the field, such as {@code client.name}
     * @param code key of the explanation, such as {@code required} or {@code district.unknown}
     * @param limit number the explanation names (a length, a year), 0 when none
     */
    public record Problem(String field, String code, int limit) {}

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public InvalidRequest(List<Problem> problems) {
        super("request refused: " + problems.stream().map(p -> p.field() + " " + p.code()).toList());
        this.problems = List.copyOf(problems);
    }

    /** @return what is wrong, in the order of the form */
    public List<Problem> problems() {
        return problems;
    }
}

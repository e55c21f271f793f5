package org.apusilta.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around a page, under the name {@code frame} in every view's model.
 *
 * @param user name of who is logged in, null when nobody is
 * @param roles the roles of who is logged in, without {@code ROLE_}
 * @param demo whether this is the demo, with its mailbox
 */
public record Frame(@Nullable String user, Set<String> roles, List<Language> languages, boolean demo) {

    /** @param href this page in that language, the rest of the query kept */
    public record Language(String code, String name, String href, boolean current) {}

    /** @return whether the reader has one of these roles */
    public boolean is(String... anyOf) {
        return List.of(anyOf).stream().anyMatch(roles::contains);
    }
}

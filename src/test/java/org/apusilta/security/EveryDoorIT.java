package org.apusilta.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks every mapping there is, as nobody and as each role, against the table {@code doors.txt} (R53). */
@ApusiltaTest
class EveryDoorIT {

    private static final String ANONYMOUS = "ANONYMOUS";
    private static final Set<String> ROLES = Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.toSet());
    /** The city's desks: an organisation's contact and a unit's responsible person are not among them. */
    private static final Set<String> STAFF = Set.of("COORDINATOR", "LEAD", "SOCIAL_WORKER", "MANAGER", "ADMIN");

    @Autowired List<RequestMappingInfoHandlerMapping> mappings;
    @Autowired ServletContext servlets;
    @Autowired WebInvocationPrivilegeEvaluator rules;

    @Test
    void everyMappingIsInTheTable() throws IOException {
        var missing = mapped();
        missing.removeAll(table().keySet());
        assertThat(missing).as("add to doors.txt and to Rules").isEmpty();
    }

    @Test
    void everyServletIsInTheTable() throws IOException {
        var roots = servlets.getServletRegistrations().values().stream().flatMap(servlet -> servlet.getMappings().stream())
                .filter(root -> !root.equals("/")).map(root -> "ANY " + root).toList();
        assertThat(roots).isNotEmpty().as("add to doors.txt and to Rules").isSubsetOf(table().keySet());
    }

    @Test
    void everyDoorOpensForTheTablesPeopleAndForNobodyElse() throws IOException {
        var wrong = new TreeSet<String>();
        table().forEach((door, people) -> {
            for (var who : Stream.concat(Stream.of(ANONYMOUS), ROLES.stream()).toList()) {
                if (opens(door, who) != people.contains(who)) {
                    wrong.add(door + " is " + (opens(door, who) ? "open" : "closed") + " for " + who);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyFileOfOurPagesIsOpen() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("file:src/main/resources/static/**/*.*");
        var closed = Arrays.stream(files).map(file -> file.toString().replaceAll(".*/static(/[^\\]]*).*", "$1"))
                .filter(path -> !opens("GET " + path, ANONYMOUS)).toList();
        assertThat(files).isNotEmpty();
        assertThat(closed).as("its folder belongs into Rules.STATIC").isEmpty();
    }

    private boolean opens(String door, String who) {
        var method = door.substring(0, door.indexOf(' ')).replace("ANY", "GET");
        var path = door.substring(door.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "1").replace("/**", "/x/y").replace("/*", "/x");
        return rules.isAllowed("", path, method, person(who));
    }

    private static Authentication person(String who) {
        return who.equals(ANONYMOUS)
                ? new AnonymousAuthenticationToken("key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"))
                : UsernamePasswordAuthenticationToken.authenticated(who, null, AuthorityUtils.createAuthorityList("ROLE_" + who));
    }

    private Set<String> mapped() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream()).flatMap(EveryDoorIT::doors)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> doors(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream().map(EveryDoorIT::plain).flatMap(pattern -> methods.isEmpty()
                ? Stream.of("ANY " + pattern) : methods.stream().map(method -> method + " " + pattern));
    }

    /** {@code {name:[a-z]{1,9}}} is {@code {name}} in the table. */
    private static String plain(String pattern) {
        return pattern.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }

    private static Map<String, Set<String>> table() throws IOException {
        var table = new LinkedHashMap<String, Set<String>>();
        for (var line : new ClassPathResource("doors.txt").getContentAsString(java.nio.charset.StandardCharsets.UTF_8).split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.lastIndexOf(": ");
                table.put(line.substring(0, colon), people(line.substring(colon + 2).trim()));
            }
        }
        return table;
    }

    private static Set<String> people(String word) {
        return switch (word) {
            case "EVERYBODY" -> Stream.concat(Stream.of(ANONYMOUS), ROLES.stream()).collect(Collectors.toSet());
            case "STAFF" -> STAFF;
            case "NOBODY" -> Set.of();
            default -> Set.of(word.split(" "));
        };
    }
}

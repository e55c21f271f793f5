package org.apusilta.volunteer.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.volunteer.InvalidApplication.Problem;
import org.apusilta.volunteer.NewApplication;
import org.apusilta.volunteer.NewApplication.Age;
import org.apusilta.volunteer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an application must hold, whoever sends it. Public for {@code volunteer.web} only. */
@Component
public class ApplicationRules {

    private static final int LONGEST_MOTIVATION = 4000;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_KINDS = 10;
    private static final Set<String> LEVELS = Set.of("A1", "A2", "B1", "B2", "C1", "C2");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,180}\\.[^\\s@]{2,}");
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()/-]{4,24}");

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ApplicationRules(Catalogue catalogue, Vocabulary vocabulary, Clock clock) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** @return what is wrong, in the order of the form */
    public List<Problem> check(NewApplication one) {
        var problems = new ArrayList<Problem>();
        if (one.group() != null) {
            need(problems, "groupName", one.group().name(), 120);
            problem(problems, "groupSize", "groupSize", one.group().size() < 2 || one.group().size() > 500);
        }
        var offered = catalogue.kinds().stream().map(Kind::code).toList();
        problem(problems, "kinds", "kinds", one.kinds().isEmpty() || one.kinds().size() > MOST_KINDS || !offered.containsAll(one.kinds()));
        problem(problems, "district", "district", catalogue.district(one.district()).isEmpty());
        problem(problems, "languages", "languages", one.languages().isEmpty() || !LEVELS.containsAll(one.languages().values())
                || one.languages().keySet().stream().anyMatch(code -> vocabulary.languages(Set.of(code)) == 0));
        need(problems, "givenName", one.person().givenName(), LONGEST_NAME);
        need(problems, "familyName", one.person().familyName(), LONGEST_NAME);
        reachable(problems, "phone", one.person().email(), one.person().phone(), "email");
        if (one.group() == null) {
            age(problems, one);
        }
        problem(problems, "motivation", "long", one.motivation() != null && one.motivation().length() > LONGEST_MOTIVATION);
        return problems;
    }

    /** The year leaves a year's doubt, what is told decides; together they cannot be far apart. */
    private void age(List<Problem> problems, NewApplication one) {
        int thisYear = LocalDate.now(clock.withZone(ApplicationRows.HELSINKI)).getYear();
        if (one.birthYear() == null || one.birthYear() < thisYear - 110 || one.birthYear() > thisYear - 7) {
            problems.add(new Problem("birthYear", "birthYear"));
        } else if (one.age() == null) {
            problems.add(new Problem("age", "age"));
        } else {
            int older = thisYear - one.birthYear();
            boolean fits = switch (one.age()) {
                case ADULT -> older >= 18;
                case YOUTH -> older >= 15 && older - 1 <= 17;
                case CHILD -> older - 1 < 15;
            };
            problem(problems, "age", "ageAndYear", !fits);
        }
        if (one.age() == Age.CHILD) {
            need(problems, "guardianName", one.guardian() == null ? null : one.guardian().name(), 120);
            reachable(problems, "guardianPhone", one.guardian() == null ? null : one.guardian().email(), one.guardian() == null ? null : one.guardian().phone(), "guardianEmail");
            problem(problems, "guardianPhone", "guardianOwn", one.guardian() != null && (same(one.guardian().email(), one.person().email())
                    || same(digits(one.guardian().phone()), digits(one.person().phone()))));
        }
    }

    /** A child's own number or address would let the child answer for the guardian. */
    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equalsIgnoreCase(other);
    }

    private static @Nullable String digits(@Nullable String phone) {
        return phone == null ? null : phone.replaceAll("[^0-9]", "").replaceFirst("^(00)?358", "0");
    }

    private static void reachable(List<Problem> problems, String phoneField, @Nullable String email, @Nullable String phone, String emailField) {
        if (email == null && phone == null) {
            problems.add(new Problem(phoneField, "reach"));
            return;
        }
        problem(problems, phoneField, "phone", phone != null && !PHONE.matcher(phone).matches());
        problem(problems, emailField, "email", email != null && !EMAIL.matcher(email).matches());
    }

    private static void need(List<Problem> problems, String field, @Nullable String value, int longest) {
        problem(problems, field, value == null || value.isBlank() ? "required" : "long", value == null || value.isBlank() || value.length() > longest);
    }

    private static void problem(List<Problem> problems, String field, String code, boolean wrong) {
        if (wrong) {
            problems.add(new Problem(field, code));
        }
    }
}

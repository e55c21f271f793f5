package org.apusilta.casefile.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.casefile.CaseList;
import org.apusilta.casefile.CaseQuery;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list for who asks: their districts, whoever "me" is, names found in whatever form they were typed. */
@Service
class ListedCases implements CaseList {

    private static final double LIKENESS = 0.4;
    private static final int MOST_WORDS = 5;

    private final CaseListQuery cases;
    private final Access access;
    private final Colleagues colleagues;
    private final Clock clock;

    ListedCases(CaseListQuery cases, Access access, Colleagues colleagues, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page of(CaseQuery query, @Nullable String phrase) {
        var words = words(phrase);
        if (!words.isEmpty()) {
            cases.likeness(LIKENESS);
        }
        var page = at(query, words, query.page());
        return page.rows().isEmpty() && query.page() > 1 ? lastOf(query, words) : page;
    }

    /** Somebody has leafed further than there are cases, or they have become fewer. */
    private Page lastOf(CaseQuery query, List<String> words) {
        int pages = at(query, words, 1).pages();
        return at(query, words, pages);
    }

    private Page at(CaseQuery query, List<String> words, int page) {
        var now = clock.instant();
        var sort = query.sort() == CaseQuery.Sort.BEST && words.isEmpty() ? CaseQuery.Sort.DUE : query.sort();
        return cases.rows(access.districts(), CaseConditions.of(query, owner(query.owner()), now), words, sort, query.descending(),
                (page - 1) * PAGE, PAGE, now);
    }

    private @Nullable String owner(String said) {
        if (said.equals("me")) {
            return access.username();
        }
        return said.isEmpty() || said.equals("none") ? null
                : colleagues.find(UUID.fromString(said)).map(Colleagues.Colleague::username).orElse(null);
    }

    private static List<String> words(@Nullable String phrase) {
        return phrase == null ? List.of() : Arrays.stream(phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d'’-]+"))
                .filter(word -> !word.isBlank()).distinct().limit(MOST_WORDS).toList();
    }
}

package org.apusilta.casefile.web;

import java.util.HashMap;
import org.apusilta.casefile.CaseQuery;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of the list, for its template. Codes only; {@code find} is a word of no meaning.
 *
 * @param query what is shown
 * @param find where the session keeps the name searched for, null when none is
 */
public record CaseLinks(CaseQuery query, @Nullable String find) {

    /** @return the same list */
    public String here() {
        return of(query);
    }

    /** @return this list at another page */
    public String page(int number) {
        return of(query.at(number));
    }

    /** @return this list in another order, or the other way round */
    public String by(String sort) {
        return of(query.by(CaseQuery.Sort.valueOf(sort)));
    }

    /** @return the list without the search for a name */
    public String everybody() {
        return new CaseLinks(query.sort() == CaseQuery.Sort.BEST ? query.by(CaseQuery.Sort.DUE) : query.at(1), null).here();
    }

    /** @return how a column is sorted now, for screen readers: ascending, descending or none */
    public String sorted(String sort) {
        return !query.sort().name().equals(sort) ? "none" : query.descending() ? "descending" : "ascending";
    }

    private String of(CaseQuery other) {
        var said = other.address() + (find == null ? "" : (other.address().isEmpty() ? "" : "&") + "find=" + find);
        return "/cases" + (said.isEmpty() ? "" : "?" + said);
    }

    /** Takes what {@link CaseQuery#address()} wrote; what was made up by others is left out. */
    static CaseQuery parse(String address) {
        var said = new HashMap<String, String>();
        for (var pair : address.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                said.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        return CaseQuery.of(said);
    }
}

package org.apusilta.volunteer.web;

import org.apusilta.volunteer.internal.RegisterQuery;
import org.jspecify.annotations.Nullable;

/** Addresses of the list, for its template. Codes only. @param find where the session keeps what was typed, null when nothing was */
public record RegisterLinks(RegisterQuery query, @Nullable String find) {

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
        return of(query.by(RegisterQuery.Sort.valueOf(sort)));
    }

    /** @return the list without the search */
    public String everybody() {
        return new RegisterLinks(query.sort() == RegisterQuery.Sort.BEST ? query.by(RegisterQuery.Sort.NAME) : query.at(1), null).here();
    }

    /** @return how a column is sorted now, for screen readers */
    public String sorted(String sort) {
        return !query.sort().name().equals(sort) ? "none" : query.descending() ? "descending" : "ascending";
    }

    private String of(RegisterQuery other) {
        var said = other.address() + (find == null ? "" : (other.address().isEmpty() ? "" : "&") + "find=" + find);
        return "/volunteers" + (said.isEmpty() ? "" : "?" + said);
    }
}

package org.apusilta.request.web;

import java.util.ArrayList;
import java.util.List;
import org.apusilta.request.AskedBy;
import org.apusilta.request.InvalidRequest.Problem;
import org.apusilta.request.NewRequest;
import org.jspecify.annotations.Nullable;

/** What the page asks for beyond what every request needs: a person sits in front of it and can answer (R2, R3). */
final class PageRules {

    /** The order of the form, for the summary of errors. */
    static final List<String> ORDER = List.of("askedBy", "website", "consentGiven", "consent.askedBy", "consent.askedOn", "requester.name",
            "requester.organisation", "requester.phone", "requester.email", "client.name", "client.birthYear", "client.phone", "client.email",
            "client.language", "client.address", "client.district", "kinds", "escort", "description", "times", "recurring", "hoursPerWeek", "startOn",
            "languages", "languageLevel", "practises", "welcomesPractice", "genderWish", "practical", "around", "responsibleForCare", "contactPerson", "contactDeputy", "tellBack");

    private PageRules() {}

    static List<Problem> check(NewRequest sent) {
        var problems = new ArrayList<Problem>();
        if (sent.askedBy() == null) {
            return problems;
        }
        var self = sent.askedBy() == AskedBy.SELF;
        var client = sent.client();
        var requester = sent.requester();
        if (!self) {
            missing(problems, "consent.askedBy", sent.consent().askedBy());
            missing(problems, "consent.askedOn", sent.consent().askedOn());
            missing(problems, "requester.name", requester.name());
        }
        if ((self ? client.phone() : requester.phone()) == null && (self ? client.email() : requester.email()) == null) {
            problems.add(new Problem(self ? "client.phone" : "requester.phone", "contact", 0));
        }
        if (sent.askedBy().professional()) {
            missing(problems, "requester.organisation", requester.organisation());
            missing(problems, "responsibleForCare", sent.care().responsible());
            missing(problems, "contactPerson", sent.care().contactPerson());
            missing(problems, "tellBack", sent.care().tellBack());
        }
        return problems;
    }

    /** @return where in the form this field stands */
    static int place(Problem problem) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (problem.field().equals(ORDER.get(i)) || problem.field().startsWith(ORDER.get(i) + ".")) {
                return i;
            }
        }
        return ORDER.size();
    }

    private static void missing(List<Problem> problems, String field, @Nullable Object value) {
        if (value == null) {
            problems.add(new Problem(field, "required", 0));
        }
    }
}

package org.apusilta.request.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apusilta.request.AskedBy;
import org.apusilta.request.InvalidRequest.Problem;
import org.apusilta.request.NewRequest;
import org.jspecify.annotations.Nullable;

/** Turns the page's fields into a request. What cannot be read (a date, a number) becomes a problem of that field. */
final class FormReader {

    private static final List<String> PRACTICAL = List.of("aids", "sight", "hearing", "memory", "access", "onCall", "interests");
    private static final List<String> ESCORT = List.of("where", "when", "ready", "vehicle", "taxi");
    private static final List<DateTimeFormatter> DATES = List.of(DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));

    private final Fields fields;
    private final List<Problem> problems = new ArrayList<>();

    FormReader(Fields fields) {
        this.fields = fields;
    }

    /** @return what could not be read, after {@link #read} */
    List<Problem> problems() {
        return problems;
    }

    static @Nullable AskedBy askedBy(Fields fields) {
        return Arrays.stream(AskedBy.values()).filter(a -> a.name().equals(fields.one("askedBy"))).findFirst().orElse(null);
    }

    /** @param language fi, sv or en: how we answer @param account who is logged in, null for the public */
    NewRequest read(String language, @Nullable String account) {
        var born = whole("client.birthYear");
        return new NewRequest(askedBy(fields),
                new NewRequest.Client(fields.text("client.name"), fields.text("client.phone"), fields.text("client.email"), born,
                        fields.text("client.language"), fields.text("client.district"), fields.text("client.address"), texts("practical", PRACTICAL)),
                new NewRequest.Requester(fields.text("requester.name"), fields.text("requester.email"), fields.text("requester.phone"),
                        fields.text("requester.organisation")),
                fields.yes("consentGiven"),
                new NewRequest.Consent(fields.text("consent.askedBy"), date("consent.askedOn")),
                fields.all("kinds"), fields.text("description"), fields.all("languages"), fields.all("times"), fields.yes("recurring"),
                number("hoursPerWeek"), date("startOn"),
                new NewRequest.Home(fields.yes("pets"), fields.yes("smoking"), fields.yes("needsStrength"), fields.yes("needsCar"),
                        fields.text("genderWish")),
                texts("escort", ESCORT),
                new NewRequest.Care(fields.text("responsibleForCare"), fields.text("contactPerson"), fields.text("contactDeputy"),
                        fields.text("tellBack")),
                new NewRequest.Wishes(fields.all("around"), fields.text("languageLevel"), fields.all("practises"), fields.yes("welcomesPractice")),
                language, account);
    }

    private Map<String, String> texts(String group, List<String> names) {
        var texts = new TreeMap<String, String>();
        for (var name : names) {
            var text = fields.text(group + "." + name);
            if (text != null) {
                texts.put(name, text);
            }
        }
        return texts;
    }

    private @Nullable LocalDate date(String name) {
        var typed = fields.text(name);
        if (typed == null) {
            return null;
        }
        for (var format : DATES) {
            try {
                return LocalDate.parse(typed, format);
            } catch (DateTimeParseException other) {
                // the next way to write a date
            }
        }
        problems.add(new Problem(name, "date", 0));
        return null;
    }

    private @Nullable Double number(String name) {
        var typed = fields.text(name);
        try {
            return typed == null ? null : Double.valueOf(typed.replace(',', '.'));
        } catch (NumberFormatException e) {
            problems.add(new Problem(name, "number", 0));
            return null;
        }
    }

    private @Nullable Integer whole(String name) {
        var typed = fields.text(name);
        try {
            return typed == null ? null : Integer.valueOf(typed);
        } catch (NumberFormatException e) {
            problems.add(new Problem(name, "number", 0));
            return null;
        }
    }
}

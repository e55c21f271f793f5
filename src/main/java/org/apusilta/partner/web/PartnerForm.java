package org.apusilta.partner.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partner.Contact;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A partner as somebody fills it in: everything may be missing. The page shows it again with what is wrong, and nothing typed is lost.
 *
 * @param contacts always {@link #CONTACTS} of them, some empty
 * @param forVolunteers what people who would like to help are told; empty when nobody is sent there
 */
record PartnerForm(String name, String type, boolean active, boolean wholeCity, List<String> kinds, List<String> areas, List<String> languages,
        List<String> networks, List<Contact> contacts, String forVolunteers) {

    static final int CONTACTS = 3;
    private static final int LONGEST = 120;
    private static final Set<String> WRITTEN = Set.of("fi", "sv", "en");

    static PartnerForm empty() {
        return new PartnerForm("", "NGO", true, false, List.of(), List.of(), List.of("fi"), List.of(), padded(List.of()), "");
    }

    static PartnerForm of(Partner one, String forVolunteers) {
        return new PartnerForm(one.name(), one.type().name(), one.active(), one.wholeCity(), one.kinds(), one.areas(), one.languages(), one.networks(),
                padded(one.contacts()), forVolunteers);
    }

    static PartnerForm of(MultiValueMap<String, String> sent) {
        var contacts = IntStream.rangeClosed(1, CONTACTS).mapToObj(i -> new Contact(text(sent, "contactName" + i), text(sent, "contactEmail" + i),
                text(sent, "contactPhone" + i), WRITTEN.contains(text(sent, "contactLanguage" + i)) ? text(sent, "contactLanguage" + i) : "fi")).toList();
        return new PartnerForm(text(sent, "name"), text(sent, "type"), sent.containsKey("active"), sent.containsKey("wholeCity"), list(sent, "kinds"),
                list(sent, "areas"), list(sent, "languages"), list(sent, "networks"), contacts, text(sent, "forVolunteers"));
    }

    /** @return fields that are not in order, as the page names them; empty when it can be saved */
    List<String> problems() {
        var wrong = new ArrayList<String>();
        check(wrong, "name", !name.isEmpty() && name.length() <= LONGEST);
        check(wrong, "type", type().matches("NGO|PARISH|CITY|CITY_WITH_PARTNERS|INFORMAL"));
        check(wrong, "kinds", !kinds.isEmpty());
        check(wrong, "areas", wholeCity || !areas.isEmpty());
        check(wrong, "languages", !languages.isEmpty());
        check(wrong, "forVolunteers", forVolunteers.length() <= 300);
        check(wrong, "contact", !given().isEmpty() && given().stream().allMatch(PartnerForm::reachable) && !contacts.get(0).name().isEmpty());
        return wrong;
    }

    Partner partner(@Nullable UUID id) {
        return new Partner(Optional.ofNullable(id).orElseGet(UUID::randomUUID), name, Partner.Type.valueOf(type), active, wholeCity, kinds, areas, languages,
                networks, given().stream().map(one -> new Contact(one.name(), orNull(one.email()), orNull(one.phone()), one.language())).toList());
    }

    /** A contact of whom anything is filled in. */
    private List<Contact> given() {
        return contacts.stream().filter(one -> !(one.name() + one.email() + one.phone()).isEmpty()).toList();
    }

    private static boolean reachable(Contact one) {
        return !one.name().isEmpty() && one.name().length() <= LONGEST && !(one.email() + one.phone()).isEmpty()
                && (one.email().isEmpty() || one.email().matches("[^\\s@]{1,64}@[^\\s@]{1,200}\\.[^\\s@]{2,}")) && one.phone().matches("[+0-9 ()-]{0,40}");
    }

    private static void check(List<String> wrong, String field, boolean good) {
        if (!good) {
            wrong.add(field);
        }
    }

    private static List<Contact> padded(List<Contact> some) {
        return IntStream.range(0, CONTACTS).mapToObj(i -> i < some.size() ? new Contact(some.get(i).name(), orEmpty(some.get(i).email()),
                orEmpty(some.get(i).phone()), some.get(i).language()) : new Contact("", "", "", "fi")).toList();
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        return orEmpty(sent.getFirst(field)).replaceAll("\\p{Cntrl}", "").strip();
    }

    private static List<String> list(MultiValueMap<String, String> sent, String field) {
        return sent.getOrDefault(field, List.of()).stream().distinct().toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

package org.apusilta.request.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.request.AskedBy;
import org.apusilta.request.NewRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what is kept of a request that has been checked; {@link FreshRequests} writes it, and gives it its reference. */
@Component
class Intake {

    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final Catalogue catalogue;
    private final Clock clock;

    Intake(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** @param sent checked: {@link RequestRules} found nothing */
    HelpRequest take(NewRequest sent) {
        var request = empty();
        request.askedBy = sent.askedBy();
        request.district = sent.client().district();
        request.major = catalogue.district(request.district).orElseThrow().majorCode();
        request.description = sent.description() == null ? "" : sent.description();
        request.kinds.addAll(new LinkedHashSet<>(sent.kinds()));
        request.times = new LinkedHashSet<>(sent.times()).toArray(String[]::new);
        request.languages = languages(sent);
        request.recurring = Boolean.TRUE.equals(sent.recurring());
        request.hoursPerWeek = sent.hoursPerWeek();
        request.petsAtHome = sent.home().pets() || sent.wishes().animals();
        request.smokingAtHome = sent.home().smoking() || sent.wishes().around().contains("SMOKE");
        request.needsStrength = sent.home().needsStrength();
        request.needsCar = sent.home().needsCar();
        request.genderWish = sent.home().genderWish();
        request.startOn = sent.startOn();
        request.escort = new TreeMap<>(sent.escort());
        request.responsibleForCare = sent.care().responsible();
        request.contactPerson = sent.care().contactPerson();
        request.contactDeputy = sent.care().contactDeputy();
        request.tellBack = sent.care().tellBack();
        request.submittedBy = sent.submittedBy();
        people(request, sent);
        return request;
    }

    /** A copy that goes on from an old request: the client's own data, nothing of the old volunteer. */
    HelpRequest again(HelpRequest old) {
        var request = copy(old);
        request.consent = old.consent.copyFor(request.id);
        return request;
    }

    /** The same, for a client who has been asked anew. */
    HelpRequest reopened(HelpRequest old, String consentAskedBy) {
        var request = copy(old);
        request.consent = ConsentRecord.of(request.id, consentAskedBy, today(), clock.instant());
        return request;
    }

    private HelpRequest copy(HelpRequest old) {
        var request = empty();
        request.previousId = old.id;
        request.askedBy = old.askedBy;
        request.district = old.district;
        request.major = old.major;
        request.description = old.description;
        request.kinds.addAll(old.kinds);
        request.times = old.times.clone();
        request.languages = old.languages.clone();
        request.recurring = old.recurring;
        request.hoursPerWeek = old.hoursPerWeek;
        request.petsAtHome = old.petsAtHome;
        request.smokingAtHome = old.smokingAtHome;
        request.needsStrength = old.needsStrength;
        request.needsCar = old.needsCar;
        request.genderWish = old.genderWish;
        request.escort = new TreeMap<>(old.escort);
        request.responsibleForCare = old.responsibleForCare;
        request.contactPerson = old.contactPerson;
        request.contactDeputy = old.contactDeputy;
        request.tellBack = old.tellBack;
        request.submittedBy = old.submittedBy;
        request.client = old.client.copyFor(request.id);
        request.requester = old.requester.copyFor(request.id);
        return request;
    }

    private HelpRequest empty() {
        var request = new HelpRequest();
        request.id = UUID.randomUUID();
        request.receivedAt = clock.instant();
        return request;
    }

    private void people(HelpRequest request, NewRequest sent) {
        request.client = ClientRecord.of(request.id, sent.client(), sent.language());
        var asker = sent.requester();
        var self = sent.askedBy() == AskedBy.SELF;
        var name = self ? sent.client().name() : first(asker.name(), asker.organisation(), sent.submittedBy(), "–");
        request.requester = self
                ? RequesterRecord.of(request.id, name, sent.client().email(), sent.client().phone(), null, request.client.language)
                : RequesterRecord.of(request.id, name, asker.email(), asker.phone(), asker.organisation(), sent.language());
        var consent = sent.consent();
        request.consent = ConsentRecord.of(request.id, first(consent.askedBy(), name),
                consent.askedOn() == null ? today() : consent.askedOn(), clock.instant());
    }

    private String[] languages(NewRequest sent) {
        var spoken = new ArrayList<>(new LinkedHashSet<>(sent.languages()));
        if (spoken.isEmpty() && sent.client().language() != null) {
            spoken.add(sent.client().language());
        }
        return spoken.toArray(String[]::new);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }

    private static String first(@Nullable String... candidates) {
        return Arrays.stream(candidates).filter(Objects::nonNull).findFirst().orElseThrow();
    }
}

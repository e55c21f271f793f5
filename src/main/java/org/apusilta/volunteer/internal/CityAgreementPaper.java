package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.TaggedPdf;
import org.apusilta.volunteer.internal.CityAgreements.Version;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The agreement with the city laid out for reading: on the page behind the link, and as a tagged PDF in its own language. */
@Component
public class CityAgreementPaper {

    private final ITemplateEngine templates;
    private final ProofPeople people;

    CityAgreementPaper(ITemplateEngine templates, ProofPeople people) {
        this.templates = templates;
        this.people = people;
    }

    /** @return what page and PDF show of this version */
    public Map<String, Object> model(Version version) {
        var model = new HashMap<String, Object>();
        model.put("name", people.find(version.personId()).map(ProofPeople.Person::name).orElse("–"));
        model.put("guardian", version.byGuardian() ? people.guardian(version.personId()).map(Recipient::name).orElse("–") : null);
        model.put("lines", version.text().lines().filter(line -> !line.isBlank()).toList());
        model.put("number", version.number());
        model.put("textLanguage", version.language());
        model.put("state", version.state(people.today()));
        model.put("means", version.means());
        model.put("confirmedOn", version.confirmedAt() == null ? null : LocalDate.ofInstant(version.confirmedAt(), ProofPeople.HELSINKI));
        model.put("validFrom", version.validFrom());
        model.put("validUntil", version.endedOn() == null ? version.validUntil() : version.endedOn());
        return model;
    }

    /** @return the PDF of this version */
    public byte[] pdf(Version version) {
        var html = templates.process("volunteer/city-agreement-pdf", new Context(Locale.forLanguageTag(version.language()), model(version)));
        return TaggedPdf.of(html);
    }
}

package org.apusilta.volunteer.internal;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apusilta.catalogue.Sites;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** At which of the city's sites somebody helps. */
@Component
class SitesSection implements CardSection {

    private final SiteWork work;
    private final Sites sites;
    private final MessageSource texts;
    private final Access access;

    SitesSection(SiteWork work, Sites sites, MessageSource texts, Access access) {
        this.work = work;
        this.sites = sites;
        this.texts = texts;
        this.access = access;
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public String titleKey() {
        return "register.section.sites";
    }

    @Override
    public List<CardLine> lines(UUID volunteerId) {
        var reader = LocaleContextHolder.getLocale();
        var day = DateTimeFormatter.ofPattern("d.M.yyyy");
        var lines = new ArrayList<CardLine>();
        work.places(volunteerId).forEach(place -> lines.add(new CardLine(sites.site(place.site()).map(site -> site.name().in(reader)).orElse(place.site()),
                place.until() == null ? texts.getMessage("register.site.since", new Object[] {place.since().format(day)}, reader) : place.since().format(day) + "–" + place.until().format(day))));
        if (access.role() != Role.ADMIN) {   // reads the register and changes nothing in it
            lines.add(new CardLine(texts.getMessage("register.sites", null, reader), texts.getMessage("register.sites.change", null, reader), "/volunteers/" + volunteerId + "/sites"));
        }
        return lines;
    }
}

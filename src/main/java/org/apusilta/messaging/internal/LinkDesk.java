package org.apusilta.messaging.internal;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.LinkPage.File;
import org.apusilta.messaging.LinkPage.Opened;
import org.apusilta.messaging.LinkPage.Page;
import org.apusilta.messaging.internal.Links.Link;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks a token and hands what it opens to the {@link LinkPage} of its purpose. */
@Service
public class LinkDesk {

    private final Links links;
    private final Clock clock;
    private final ObjectProvider<LinkPage> pages;

    LinkDesk(Links links, Clock clock, ObjectProvider<LinkPage> pages) {
        this.links = links;
        this.clock = clock;
        this.pages = pages;
    }

    /** What a token is worth. */
    public enum Worth { UNKNOWN, EXPIRED, REVOKED, OPEN }

    /** @return what this token is worth now */
    @Transactional(readOnly = true)
    public Worth worth(String token) {
        return links.find(token).map(l -> l.revokedAt() != null ? Worth.REVOKED : l.open(clock.instant()) ? Worth.OPEN : Worth.EXPIRED)
                .orElse(Worth.UNKNOWN);
    }

    /** @return the language we write to this person in */
    @Transactional(readOnly = true)
    public Optional<Locale> language(String token) {
        return links.find(token).map(l -> Locale.forLanguageTag(l.language()));
    }

    /** @return the page behind an open link; nothing is changed by looking */
    @Transactional(readOnly = true)
    public Optional<Page> show(String token, Locale language) {
        return open(links.find(token)).map(l -> page(l).show(opened(l, language)));
    }

    /** Acts once; a second answer through the same link only shows the page. */
    @Transactional
    public Optional<Page> answer(String token, Map<String, String> fields, Locale language) {
        return open(links.findAndLock(token)).map(l -> {
            if (l.usedAt() != null) {
                return page(l).show(opened(l, language));
            }
            var page = page(l).answer(opened(l, language), fields);
            if (page.done()) {
                links.used(l.id());
            }
            return page;
        });
    }

    /** @return the file behind an open link */
    @Transactional(readOnly = true)
    public Optional<File> file(String token, Locale language) {
        return open(links.find(token)).map(l -> page(l).file(opened(l, language)));
    }

    private Optional<Link> open(Optional<Link> link) {
        return link.filter(l -> l.open(clock.instant()));
    }

    private static Opened opened(Link link, Locale language) {
        return new Opened(link.caseId(), link.purpose(), link.subject(), language);
    }

    private LinkPage page(Link link) {
        return pages.stream().filter(p -> p.purpose().equals(link.purpose())).findFirst()
                .orElseThrow(() -> new IllegalStateException("No page for links of purpose " + link.purpose()));
    }
}

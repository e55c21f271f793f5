package org.apusilta.volunteer.web;

import java.util.Locale;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.volunteer.internal.OwnPages;
import org.apusilta.volunteer.internal.OwnPages.Worth;
import org.springframework.stereotype.Component;

/** The link to the volunteer's own page. Looking opens nothing, for mail scanners look too; the button does, on this device only. */
@Component
class OwnLinkPage implements LinkPage {

    private final OwnPages pages;
    private final Device device;

    OwnLinkPage(OwnPages pages, Device device) {
        this.pages = pages;
        this.device = device;
    }

    @Override
    public String purpose() {
        return OwnPages.PURPOSE;
    }

    @Override
    public Page show(Opened link) {
        var worth = pages.worth(link.subject(), device.secret());
        return switch (worth) {
            case HERE -> Page.onward("/own/page");
            case NEW -> new Page("own-open", Map.of(), false);
            case ELSEWHERE, EXPIRED -> refused(link, worth);
        };
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        return pages.open(link.subject()).map(secret -> {
            device.hold(secret);
            return Page.onward("/own/page");
        }).orElseGet(() -> show(link));
    }

    private Page refused(Opened link, Worth why) {
        if (why == Worth.ELSEWHERE) {
            pages.refused(link.subject());
        }
        return new Page("own-refused", Map.of("why", why.name().toLowerCase(Locale.ROOT)), false);
    }
}

package org.apusilta.matching.internal;

import org.apusilta.volunteer.RegisterFilled;
import org.apusilta.volunteer.VolunteerChanged;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hears of changes in the transaction that makes them, so that the derived table is never behind. A booking needs no word: the table follows by itself. */
@Component
class BookableUpdates {

    private final Bookables bookables;

    BookableUpdates(Bookables bookables) {
        this.bookables = bookables;
    }

    @EventListener
    void changed(VolunteerChanged changed) {
        bookables.refresh(changed.volunteerId());
    }

    @EventListener
    void filled(RegisterFilled filled) {
        bookables.rebuild();
    }

    /** A new version may have changed what a kind needs. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void started() {
        bookables.rebuild();
    }
}

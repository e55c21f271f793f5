package org.apusilta.volunteer.internal;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Throws away each night what was left of uploaded files, whether or not anybody uploads another. */
@Component
class ImportPurge {

    private final ImportBook book;

    ImportPurge(ImportBook book) {
        this.book = book;
    }

    /** On one node at a time. */
    @Scheduled(cron = "${apusilta.imports.purge-cron}", zone = "Europe/Helsinki")
    @SchedulerLock(name = "import-purge", lockAtMostFor = "PT10M")
    void everyNight() {
        book.purge();
    }
}

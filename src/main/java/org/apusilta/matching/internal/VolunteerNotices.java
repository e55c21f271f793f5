package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.VolunteerGone;
import org.apusilta.volunteer.VolunteerPaused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells each case in which a volunteer is asked, booked or serving that they leave or rest. Written down with the volunteer's own
 * change, then told case by case, each in a transaction of its own: one that cannot be told now must not hold up the others, and
 * is told again soon.
 */
@Component
public class VolunteerNotices {

    private static final Logger LOG = LoggerFactory.getLogger(VolunteerNotices.class);

    private record Notice(long id, UUID caseId, UUID volunteerId, @Nullable LocalDate pauseUntil, String saidBy) {}

    private record Written() {}

    private final JdbcClient jdbc;
    private final Offers offers;
    private final HelpRequests requests;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate own;
    private final Clock clock;

    VolunteerNotices(JdbcClient jdbc, Offers offers, HelpRequests requests, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.requests = requests;
        this.events = events;
        this.own = new TransactionTemplate(transactions, new org.springframework.transaction.support.DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.clock = clock;
    }

    @EventListener
    void gone(VolunteerGone gone) {
        write(gone.volunteerId(), null, gone.by());
    }

    @EventListener
    void paused(VolunteerPaused paused) {
        write(paused.volunteerId(), paused.until(), paused.by());
    }

    private void write(UUID volunteerId, @Nullable LocalDate until, String by) {
        offers.inHand(volunteerId).forEach(caseId -> jdbc.sql("INSERT INTO apusilta.volunteer_notice (case_id, volunteer_id, pause_until, said_by, written_at) VALUES (?, ?, ?, ?, ?)")
                .params(caseId, volunteerId, until, by, Timestamp.from(clock.instant())).update());
        events.publishEvent(new Written());
    }

    @TransactionalEventListener
    void written(Written written) {
        tellAll();
    }

    /** On one node at a time; a node that dies lets go after four minutes. */
    @Scheduled(cron = "${apusilta.notices.cron}")
    @SchedulerLock(name = "volunteer-notices", lockAtMostFor = "PT4M")
    public void again() {
        tellAll();
    }

    private void tellAll() {
        for (long id : open()) {
            try {
                own.executeWithoutResult(t -> take(id));
            } catch (RuntimeException e) {
                LOG.warn("Notice {} could not be told ({}); it is tried again", id, e.getClass().getSimpleName());
            }
        }
    }

    private List<Long> open() {
        return jdbc.sql("SELECT id FROM apusilta.volunteer_notice WHERE heard_at IS NULL ORDER BY id").query(Long.class).list();
    }

    private void take(long id) {
        jdbc.sql("SELECT id, case_id, volunteer_id, pause_until, said_by FROM apusilta.volunteer_notice WHERE id = ? AND heard_at IS NULL FOR UPDATE SKIP LOCKED")
                .param(id).query(Notice.class).optional().ifPresent(notice -> {
                    if (offers.inHand(notice.volunteerId()).contains(notice.caseId())) {
                        requests.volunteerAway(notice.caseId(), notice.pauseUntil(), notice.saidBy());
                    }
                    jdbc.sql("UPDATE apusilta.volunteer_notice SET heard_at = ? WHERE id = ?").params(Timestamp.from(clock.instant()), id).update();
                });
    }
}

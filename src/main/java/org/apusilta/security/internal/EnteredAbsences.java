package org.apusilta.security.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apusilta.security.Absences;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.apusilta.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes absences in and back. */
@Service
@Transactional
class EnteredAbsences implements Absences {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final AbsenceTable table;
    private final Colleagues colleagues;
    private final Access access;
    private final Clock clock;

    EnteredAbsences(AbsenceTable table, Colleagues colleagues, Access access, Clock clock) {
        this.table = table;
        this.colleagues = colleagues;
        this.access = access;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Absence> known() {
        var today = today();
        return table.from(today).stream().map(row -> new Absence(row.id(), row.account(), row.name(), row.deputyName(), row.firstDay(),
                row.lastDay(), !row.firstDay().isAfter(today), mayChange(row.account()))).toList();
    }

    @Override
    public UUID add(String account, String deputy, LocalDate firstDay, LocalDate lastDay) {
        if (!mayChange(account)) {
            throw new AccessDeniedException("somebody else's absence");
        }
        refuse(lastDay.isBefore(firstDay), Problem.DATES);
        refuse(lastDay.isBefore(today()), Problem.PAST);
        refuse(lastDay.isAfter(today().plusYears(2)), Problem.FAR);
        refuse(account.equals(deputy), Problem.SELF);
        var away = colleagues.find(account).orElseThrow(() -> new Refused(Problem.UNKNOWN));
        var instead = colleagues.find(deputy).orElseThrow(() -> new Refused(Problem.UNKNOWN));
        refuse(away.leads() && !instead.leads(), Problem.DEPUTY_ROLE);
        refuse(table.away(account, firstDay, lastDay), Problem.OVERLAP);
        refuse(table.away(deputy, firstDay, lastDay), Problem.DEPUTY_AWAY);
        return table.add(account, deputy, firstDay, lastDay, access.username(), clock.instant());
    }

    /** One that has begun keeps its days until yesterday, so that it can be seen who stood in when. */
    @Override
    public void end(UUID id) {
        var row = table.find(id).orElse(null);
        if (row == null) {
            return;
        }
        if (!mayChange(row.account())) {
            throw new AccessDeniedException("somebody else's absence");
        }
        if (row.firstDay().isBefore(today())) {
            table.endOn(id, today().minusDays(1));
        } else {
            table.remove(id);
        }
    }

    private boolean mayChange(String account) {
        return access.role() == Role.LEAD || access.username().equals(account);
    }

    private static void refuse(boolean wrong, Problem why) {
        if (wrong) {
            throw new Refused(why);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }
}

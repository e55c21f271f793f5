package org.apusilta.volunteer.internal;

import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.apusilta.volunteer.RegisterFilled;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each kind of help needs and how long each training holds; matching hears of a change at once. */
@Service
@Transactional
public class TrainingCatalogue {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TrainingCatalogue(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @return codes of the kinds that need this training */
    @Transactional(readOnly = true)
    public List<String> neededBy(String training) {
        return jdbc.sql("SELECT kind_code FROM apusilta.kind_training WHERE training_code = :code ORDER BY kind_code").param("code", training).query(String.class).list();
    }

    /**
     * @param renewMonths to be done again after so many months, null when once is enough @param kinds codes of the kinds that need it; the basics go for all
     * @throws NoSuchElementException when there is no such training
     */
    public void keep(String training, @Nullable Integer renewMonths, Collection<String> kinds) {
        if (renewMonths != null && (renewMonths < 1 || renewMonths > 240)) {
            throw new IllegalArgumentException("1 to 240 months");
        }
        if (jdbc.sql("UPDATE apusilta.training SET renew_months = :months WHERE code = :code").param("months", renewMonths).param("code", training).update() == 0) {
            throw new NoSuchElementException("no such training");
        }
        if (!training.equals("BASICS")) {
            jdbc.sql("DELETE FROM apusilta.kind_training WHERE training_code = :code").param("code", training).update();
            kinds.forEach(kind -> jdbc.sql("INSERT INTO apusilta.kind_training SELECT code, :training FROM apusilta.kind WHERE code = :kind").param("training", training).param("kind", kind).update());
        }
        events.publishEvent(new RegisterFilled());
    }
}

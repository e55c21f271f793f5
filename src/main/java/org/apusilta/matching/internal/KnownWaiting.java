package org.apusilta.matching.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.matching.Waiting.Contact;
import org.apusilta.request.WaitingNews;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the status page and the referrer's list say of a wait. */
@Service
@Transactional(readOnly = true)
class KnownWaiting implements WaitingNews {

    private final WaitingRows rows;
    private final WaitEstimates estimates;
    private final MessageSource texts;

    KnownWaiting(WaitingRows rows, WaitEstimates estimates, MessageSource texts) {
        this.rows = rows;
        this.estimates = estimates;
        this.texts = texts;
    }

    static Contact contact(WaitingRows.ContactRow row) {
        return new Contact(row.number(), row.begunAt(), row.promisedOn(), row.remindedAt(), row.answer(), row.interim(), row.words(), row.means(),
                row.recordedBy(), row.answeredAt(), row.closedAt());
    }

    @Override
    public List<String> of(UUID caseId, boolean answersToo, Locale asked) {
        var reader = WorkingLanguage.of(asked);
        var news = new ArrayList<String>();
        rows.find(caseId).filter(row -> row.leftAt() == null).ifPresent(row -> {
            news.add(estimates.words(caseId, reader));
            if (row.promisedOn() != null) {
                news.add(texts.getMessage("matching.waiting.news.promised", new Object[] {Days.longDay(row.promisedOn(), reader)}, reader));
            }
            rows.contacts(caseId).stream().filter(one -> answersToo && one.answer() != null).reduce((earlier, later) -> later)
                    .ifPresent(one -> news.add(texts.getMessage("matching.waiting.news.said", new Object[] {
                        Days.longDay(one.answeredAt().atZone(Asks.HELSINKI).toLocalDate(), reader), texts.getMessage("matching.waiting.said." + one.answer(), null, reader)}, reader)));
        });
        return news;
    }
}

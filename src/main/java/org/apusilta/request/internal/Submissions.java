package org.apusilta.request.internal;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.HelpRequests.Receipt;
import org.apusilta.request.NewRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same request sent twice, even at the same instant, becomes one case. The engine has no uniqueness of its own, so the unique
 * key stands here, in the transaction that starts the process: who comes second waits for the first and gets the same answer.
 */
@Service
public class Submissions {

    /** The sender of everything that comes from the page; its key is the form's hidden token. */
    public static final String PAGE = "-page-";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The same key came with another request. */
    public static final class SentDifferently extends RuntimeException {}

    /** The same request is being taken in at this moment and takes long. */
    public static final class StillRunning extends RuntimeException {}

    private final HelpRequests requests;
    private final JdbcClient database;
    private final Clock clock;

    Submissions(HelpRequests requests, JdbcClient database, Clock clock) {
        this.requests = requests;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param sender account, or {@link #PAGE}
     * @param key what the sender calls this sending, null when it does not care
     * @param hash of what is sent; empty when only the key counts
     * @return the receipt, the same one as before when it was sent before
     */
    @Transactional
    public Receipt once(String sender, @Nullable String key, String hash, NewRequest request) {
        if (key == null) {
            return requests.submit(request);
        }
        if (!first(sender, key, hash)) {
            return earlier(sender, key, hash);
        }
        var receipt = requests.submit(request);
        database.sql("update apusilta.idempotency set request_id = :id where sender = :sender and key = :key")
                .param("id", receipt.id()).param("sender", sender).param("key", key).update();
        return receipt;
    }

    private boolean first(String sender, String key, String hash) {
        try {
            database.sql("set local lock_timeout = '10s'").update();
            int rows = database.sql("""
                    insert into apusilta.idempotency (sender, key, hash, created_at) values (:sender, :key, :hash, :now)
                    on conflict do nothing""")
                    .param("sender", sender).param("key", key).param("hash", hash)
                    .param("now", Timestamp.from(clock.instant())).update();
            database.sql("set local lock_timeout to default").update();
            return rows == 1;
        } catch (DataAccessException e) {
            if (NestedExceptionUtils.getRootCause(e) instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                throw new StillRunning();
            }
            throw e;
        }
    }

    private Receipt earlier(String sender, String key, String hash) {
        record Sent(String hash, UUID id, String reference) {}
        var sent = database.sql("""
                select i.hash, r.id, r.reference from apusilta.idempotency i
                join apusilta.help_request r on r.id = i.request_id where i.sender = :sender and i.key = :key""")
                .param("sender", sender).param("key", key).query(Sent.class).single();
        if (!sent.hash().equals(hash)) {
            throw new SentDifferently();
        }
        return new Receipt(sent.id(), sent.reference());
    }
}

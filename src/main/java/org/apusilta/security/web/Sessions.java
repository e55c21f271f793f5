package org.apusilta.security.web;

import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a call by somebody logged in costs the database before it has done anything: each click used to commit three times for the session alone. */
@Configuration(proxyBeanMethods = false)
class Sessions {

    /**
     * That somebody is still there is written once a minute, so a session may end a minute early; whatever else has changed is
     * written at once. A call that changes nothing then waits for no disk and leaves no dead row behind.
     */
    private static final String UPDATE = """
            UPDATE %TABLE_NAME% AS kept
            SET session_id = seen.session_id, last_access_time = seen.last_access_time, max_inactive_interval = seen.max_inactive_interval,
                expiry_time = seen.expiry_time, principal_name = seen.principal_name
            FROM (SELECT CAST(? AS char(36)), CAST(? AS bigint), CAST(? AS int), CAST(? AS bigint), CAST(? AS varchar), CAST(? AS char(36)))
                AS seen (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            WHERE kept.primary_id = seen.primary_id
              AND (kept.last_access_time + 60000 <= seen.last_access_time OR kept.session_id <> seen.session_id
                OR kept.max_inactive_interval <> seen.max_inactive_interval OR kept.principal_name IS DISTINCT FROM seen.principal_name)""";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> seenOnceAMinute() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }

    /**
     * Reading a session is one statement and writing one that is only seen again is one too: neither needs a transaction around it. Inside somebody
     * else's transaction a session is still read and written apart from it. A login cut off between its statements is no login, and is made again.
     */
    @Bean(name = "springSessionTransactionOperations", defaultCandidate = false)
    TransactionOperations sessionStatements(PlatformTransactionManager transactions) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> work) {
                return TransactionSynchronizationManager.isActualTransactionActive() ? apart.execute(work) : work.doInTransaction(new SimpleTransactionStatus());
            }
        };
    }

    /** Before the security chain, so that the account read there is the one the page is made for; Jersey's own stands behind it. */
    @Bean
    OrderedRequestContextFilter requestContextFilter() {
        return new OrderedRequestContextFilter();
    }
}

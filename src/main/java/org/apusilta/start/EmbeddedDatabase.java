package org.apusilta.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL from Maven Central, kept in {@code ./data} (see {@link OwnFolder}): for the demo, where nothing else is installed. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@ConditionalOnClass(name = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
@Conditional(EmbeddedDatabase.NoneGiven.class)
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Closed by Spring, after everything that uses it; a shutdown hook of its own would race with that. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(DataFolder data) throws IOException {
        try {
            var postgres = started(data);
            if (filledByHalf(postgres)) {
                LOG.warn("An earlier start was cut short while it filled the demo: what it left in {} is emptied, and the filling begins again", data.cluster());
                postgres.close();
                data.forget();
                postgres = started(data);
            }
            return postgres;
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused("The demo's PostgreSQL in " + data.cluster() + " does not start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres started(DataFolder data) throws IOException {
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data.cluster()).setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(data.binaries().toFile())
                .setLocaleConfig("locale", "C.UTF-8").setLocaleConfig("encoding", "UTF8")
                .setServerConfig("wal_level", "minimal").setServerConfig("max_wal_senders", "0").setServerConfig("shared_buffers", "256MB")
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                // recovery after a power cut takes its time
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
        data.hasData();
        return postgres;
    }

    private static boolean filledByHalf(EmbeddedPostgres postgres) {
        return CutShort.marked(JdbcClient.create(postgres.getPostgresDatabase()));
    }

    @Bean
    JdbcConnectionDetails database(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override public String getUsername() { return "postgres"; }
            @Override public String getPassword() { return "postgres"; }
            @Override public String getJdbcUrl() { return postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true"; }
        };
    }

    static class NoneGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !SomeDatabase.given(context.getEnvironment());
        }
    }
}

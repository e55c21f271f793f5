package org.apusilta.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A real PostgreSQL from Maven Central, kept in {@code ./data} (see {@link OwnFolder}): for the demo, where nothing else is installed. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@ConditionalOnClass(name = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
@Conditional(EmbeddedDatabase.NoneGiven.class)
class EmbeddedDatabase {

    /** Closed by Spring, after everything that uses it; a shutdown hook of its own would race with that. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(DataFolder data) throws IOException {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data.cluster()).setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(data.binaries().toFile())
                    .setLocaleConfig("locale", "C.UTF-8").setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    // recovery after a power cut takes its time
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
            data.hasData();
            return postgres;
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused("The demo's PostgreSQL in " + data.cluster() + " does not start: " + e.getMessage(), e);
        }
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

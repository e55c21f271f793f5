package org.apusilta;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One real PostgreSQL for all tests of a JVM. Tests do not wait for the disk; benchmarks do ({@code apusilta.durable}), as a city's server does. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        var disk = Boolean.getBoolean("apusilta.durable") ? "on" : "off";
        return EmbeddedPostgres.builder().setRegisterShutdownHook(false)
                .setServerConfig("fsync", disk).setServerConfig("synchronous_commit", disk).setServerConfig("full_page_writes", disk)
                .setLocaleConfig("locale", "C.UTF-8").setLocaleConfig("encoding", "UTF8").start();
    }

    @Bean
    JdbcConnectionDetails database(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override public String getUsername() { return "postgres"; }
            @Override public String getPassword() { return "postgres"; }
            @Override public String getJdbcUrl() { return postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true"; }
        };
    }
}

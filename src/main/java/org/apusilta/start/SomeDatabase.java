package org.apusilta.start;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Looks whether there is a database to start with: a given one, or in profile demo the one from Maven Central. */
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class SomeDatabase implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String URL = "spring.datasource.url";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent starting) {
        require(starting.getEnvironment(), ClassUtils.isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", null));
    }

    static boolean given(Environment settings) {
        return StringUtils.hasText(settings.getProperty(URL));
    }

    static void require(Environment settings, boolean embeddedOnClassPath) {
        if (given(settings) || settings.acceptsProfiles(Profiles.of("test"))) {
            return;
        }
        if (!settings.acceptsProfiles(Profiles.of("demo"))) {
            throw new StartRefused("There is no database: set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD "
                    + "(see docs/operations.md), or try the demo with ./mvnw spring-boot:run.");
        }
        if (!embeddedOnClassPath) {
            throw new StartRefused("The demo's own database is not in the packaged jar: start the demo with ./mvnw spring-boot:run, "
                    + "or set SPRING_DATASOURCE_URL.");
        }
    }
}

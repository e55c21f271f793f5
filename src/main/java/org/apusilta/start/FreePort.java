package org.apusilta.start;

import java.io.IOException;
import java.net.ServerSocket;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Looks whether our port is free before anything else begins, above all before the database does. */
@Order(Ordered.LOWEST_PRECEDENCE - 2)
class FreePort implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent starting) {
        int port = starting.getEnvironment().getProperty("server.port", Integer.class, 8080);
        if (port > 0) {
            require(port);
        }
    }

    static void require(int port) {
        try (var probe = new ServerSocket(port)) {
            probe.getLocalPort();
        } catch (IOException taken) {
            throw new StartRefused(taken(port), taken);
        }
    }

    static String taken(int port) {
        return "Port " + port + " is taken by another program: choose another, as in ./mvnw spring-boot:run "
                + "-Dspring-boot.run.arguments=--server.port=" + (port + 1) + " (or java -jar … --server.port=" + (port + 1) + ").";
    }
}

package org.apusilta.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One time for our code and the engine: moving the engine's clock (tests, demo) moves everything. */
@Configuration(proxyBeanMethods = false)
class Time {

    @Bean
    Clock clock() {
        return new EngineClock(ZoneOffset.UTC);
    }

    private static final class EngineClock extends Clock {
        private final ZoneId zone;

        EngineClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override public ZoneId getZone() { return zone; }
        @Override public Clock withZone(ZoneId other) { return new EngineClock(other); }
        @Override public Instant instant() { return ClockUtil.getCurrentTime().toInstant(); }
    }
}

package org.apusilta.start;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence what everyday thing stopped the start; anything else is Spring Boot's to report. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneSentence implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(50)
                .map(OneSentence::known).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> known(Throwable cause) {
        if (cause instanceof StartRefused refused) {
            return Optional.of(refused.getMessage());
        }
        if (cause instanceof PortInUseException taken) {
            return Optional.of(FreePort.taken(taken.getPort()));
        }
        if (cause instanceof FlywayValidateException other) {
            return Optional.of("The database was made by another version of Apusilta (in the demo: delete the data folder): "
                    + other.getMessage().lines().skip(1).findFirst().orElse(other.getMessage()));
        }
        // SQL states: 08 no connection, 28 wrong login, 3D no such database
        if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().matches("(08|28|3D).*")) {
            return Optional.of("The database refuses us (check SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD): " + sql.getMessage());
        }
        return Optional.empty();
    }
}

package org.apusilta.volunteer;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People who would like to help, until they are volunteers or something else has been found for them. */
public interface Applications {

    /**
     * Takes an application in and starts its way, in one transaction. Sent twice it is one.
     *
     * @return its id
     * @throws InvalidApplication when something is missing or wrong
     */
    UUID submit(NewApplication application);

    /** @return the application with this id */
    Optional<Application> find(UUID id);

    /**
     * The applicant has changed their mind. Everything that waits is let go; {@link ApplicationClosed} is published.
     *
     * @param by account of who heard it on the phone, null by the applicant's own link
     * @return false when it had ended before
     */
    boolean withdraw(UUID id, @Nullable String by);
}

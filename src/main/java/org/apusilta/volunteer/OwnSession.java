package org.apusilta.volunteer;

import java.util.Optional;
import java.util.UUID;

/** Whose own page is open on the device that asks now. Only while a request is being answered. */
public interface OwnSession {

    /** @return the volunteer whose page was opened on this device by a link and is open still; empty for anybody else */
    Optional<UUID> volunteer();
}

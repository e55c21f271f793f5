package org.apusilta.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Calls the engine without the caller's rights: for what our own rules have permitted before, which the engine need not ask again. */
@Component
public class Ourselves {

    private final IdentityService identity;

    Ourselves(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** @return what the call gives; afterwards the caller is again who they were, whatever happened */
    public <T> T call(Supplier<T> call) {
        var caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return call.get();
        } finally {
            if (caller != null) {
                identity.setAuthentication(caller);
            }
        }
    }
}

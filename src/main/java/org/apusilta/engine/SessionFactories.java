package org.apusilta.engine;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** What the engine makes anew for each of its calls, where ours takes the place of its own. */
public final class SessionFactories {

    private SessionFactories() {}

    /** Adds ours beside those of other plugins, in whatever order they come. */
    public static void add(ProcessEngineConfigurationImpl engine, SessionFactory ours) {
        var others = engine.getCustomSessionFactories() == null ? List.<SessionFactory>of() : engine.getCustomSessionFactories();
        engine.setCustomSessionFactories(Stream.concat(others.stream(), Stream.of(ours)).toList());
    }
}

package org.apusilta.demo.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stops the job executor while the demo moves the clock: else it would run what belongs to another day. */
@Component
@Profile("demo")
public class DemoEngine {

    private final ProcessEngine engine;

    DemoEngine(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Runs the work with the job executor stopped and starts it again if it had run. */
    public void whileStopped(Runnable work) {
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        boolean ran = executor.isActive();
        if (ran) {
            executor.shutdown();
        }
        try {
            work.run();
        } finally {
            if (ran) {
                executor.start();
            }
        }
    }
}

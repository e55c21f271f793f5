package org.apusilta.operations;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Stands in for a delegate of the real application and fails until it is closed. One context for all tests: it puts everything back. */
public final class Failing implements JavaDelegate, AutoCloseable {

    private final DefaultListableBeanFactory beans;
    private final String name;
    private int times;

    private Failing(DefaultListableBeanFactory beans, String name) {
        this.beans = beans;
        this.name = name;
    }

    public static Failing instead(DefaultListableBeanFactory beans, String name) {
        var failing = new Failing(beans, name);
        beans.getBean(name, JavaDelegate.class);
        beans.destroySingleton(name);
        beans.registerSingleton(name, failing);
        return failing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        times++;
        throw new IllegalStateException("the mail server is away");
    }

    public int times() {
        return times;
    }

    @Override
    public void close() {
        if (beans.getSingleton(name) == this) {
            beans.destroySingleton(name);
        }
    }
}

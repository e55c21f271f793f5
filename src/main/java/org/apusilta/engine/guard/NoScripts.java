package org.apusilta.engine.guard;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * The engine has no switch for scripts, so this is it: every script (task, condition, listener, mapping, from a file or an
 * expression) is made here when a drawing is deployed, and none is.
 */
final class NoScripts extends ScriptFactory {

    @Override
    public ExecutableScript createScriptFromResource(String language, String resource) {
        throw refused();
    }

    @Override
    public ExecutableScript createScriptFromResource(String language, Expression resource) {
        throw refused();
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, String source) {
        throw refused();
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, Expression source) {
        throw refused();
    }

    /** Decision tables ask here, when they are evaluated; FEEL and JUEL are no scripts and do not. */
    static ScriptEngineResolver engines() {
        return new DefaultScriptEngineResolver(new ScriptEngineManager()) {
            @Override
            public ScriptEngine getScriptEngine(String language, boolean fromCache) {
                throw refused();
            }
        };
    }

    private static BadUserRequestException refused() {
        return new BadUserRequestException("Scripts are off: write a delegate, an expression or a decision table");
    }
}

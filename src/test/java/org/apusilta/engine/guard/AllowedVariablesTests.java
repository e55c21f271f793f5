package org.apusilta.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class AllowedVariablesTests {

    private final AllowedVariables allowed;

    AllowedVariablesTests() throws IOException {
        allowed = new AllowedVariables(new PathMatchingResourcePatternResolver());
    }

    @Test
    void theProductsOwnListIsUnderstood() {
        assertThat(allowed.processes()).contains("help-request", "find-volunteer", "make-agreement", "support-relationship", "clarify-request");
        assertThat(allowed.refusal("help-request", "screeningOutcome", "string", "ACCEPTED")).isNull();
    }

    @Test
    void aRefusalNamesVariableTypeAndProcessButNeverTheValue() {
        assertThat(allowed.refusal("help-request", "clientName", "string", "Matti Meikäläinen"))
                .contains("clientName", "string", "help-request").doesNotContain("Matti");
        assertThat(allowed.refusal("help-request", "screeningOutcome", "string", "Matti Meikäläinen"))
                .contains("screeningOutcome", "string", "help-request").doesNotContain("Matti");
    }

    @Test
    void wordsAreRefusedByNameWhateverTheListSays() {
        assertThat(allowed.refusal("help-request", "words_reason", "string", "x")).contains("words");
    }

    @Test
    void aProcessWithoutAListKeepsNothing() {
        assertThat(allowed.refusal("unheard-of", "count", "integer", null)).contains("unheard-of");
        assertThat(allowed.refusal(null, "count", "integer", null)).isNotNull();
    }

    @Test
    void theEnginesOwnCountersPassAsNumbersOnly() {
        assertThat(allowed.refusal("help-request", "loopCounter", "integer", null)).isNull();
        assertThat(allowed.refusal("help-request", "loopCounter", "string", "Matti")).isNotNull();
    }
}

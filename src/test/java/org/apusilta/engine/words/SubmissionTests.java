package org.apusilta.engine.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apusilta.engine.words.Submission.Unacceptable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTests {

    @Test
    void wordsAndCodesPart() throws Exception {
        var parted = part("""
                {"variables":{"outcome":{"value":"YES"},"words_reason":{"value":" Hyvää päivää 👋 مرحبا "},"words_note":{"value":null}},"withVariablesInReturn":true}""");
        assertThat(parted.words()).containsEntry("reason", "Hyvää päivää 👋 مرحبا").containsEntry("note", "");
        assertThat(new String(parted.rest())).isEqualTo("{\"variables\":{\"outcome\":{\"value\":\"YES\"}},\"withVariablesInReturn\":true}");
    }

    @Test
    void aBodyWithoutWordsStaysByteForByte() throws Exception {
        var body = "{ \"variables\" : {\"outcome\": {\"value\":\"YES\"}} }";
        assertThat(new String(part(body).rest())).isEqualTo(body);
        assertThat(part("").words()).isEmpty();
        assertThat(part("{}").words()).isEmpty();
        assertThat(part("{\"variables\":null}").words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "5", "{} {}", "{\"variables\":{\"words_x\":", "words_reason=hello",
        "{\"variables\":{},\"variables\":{\"a\":{\"value\":1}}}", "{\"variables\":{\"a\":{\"value\":1},\"a\":{\"value\":2}}}"})
    void whatIsNoJsonObjectIsMalformed(String body) {
        assertThatThrownBy(() -> part(body)).isInstanceOf(Unacceptable.class).hasMessage("words.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":5}", "{\"value\":{\"name\":\"Matti\"}}", "{\"value\":[\"Matti\"]}", "true"})
    void wordsAreText(String value) {
        assertThatThrownBy(() -> part("{\"variables\":{\"words_reason\":" + value + "}}")).hasMessage("words.not-text");
    }

    @Test
    void fourThousandCharactersFitAndNotOneMore() throws Exception {
        assertThat(part(reason("👋".repeat(4_000))).words().get("reason")).hasSize(8_000);
        assertThatThrownBy(() -> part(reason("ä".repeat(4_001)))).hasMessage("words.too-long");
    }

    @Test
    void aFieldsNameIsAWord() {
        assertThatThrownBy(() -> part("{\"variables\":{\"words_\":{\"value\":\"x\"}}}")).hasMessage("words.bad-field");
        assertThatThrownBy(() -> part("{\"variables\":{\"words_Matti Meikäläinen\":{\"value\":\"x\"}}}")).hasMessage("words.bad-field");
    }

    private static String reason(String text) {
        return "{\"variables\":{\"words_reason\":{\"value\":\"" + text + "\"}}}";
    }

    private static Submission part(String body) throws Unacceptable {
        return Submission.part(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}

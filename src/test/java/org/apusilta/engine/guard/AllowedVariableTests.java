package org.apusilta.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedVariableTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", value = {
        "string NORMAL|SOON; string; SOON; true",
        "string NORMAL|SOON; string; SOONER; false",
        "string NORMAL|SOON; string; Matti Meikäläinen; false",
        "string date; string; 2026-11-21; true",
        "string date; string; 2027-02-30; false",
        "string date; string; 2027-02-29; false",
        "string date; string; 2028-02-29; true",
        "string date; string; 2027-04-31; false",
        "string date; string; 2026-13-01; false",
        "string date; string; next week; false",
        "string uuid|NOBODY; string; NOBODY; true",
        "string uuid|NOBODY; string; 0f9b2b62-5f0e-4d7b-9df0-0a9a6a0b7a11; true",
        "string uuid|NOBODY; string; 040 123 4567; false",
        "string /[A-Z]{2}/; string; FI; true",
        "string /[A-Z]{2}/; string; FI and more; false",
        "integer; integer; -; true",
        "integer; long; -; true",
        "integer; short; -; true",
        "integer; double; -; false",
        "integer; string; 5; false",
        "boolean; boolean; -; true",
        "boolean; string; true; false",
        "double; double; -; true",
        "string A|B; json; A; false",
        "string A|B; serializable; -; false",
        "string A|B; file; -; false",
        "string A|B; null; -; true",
        "integer; null; -; true",
    })
    void aLineSaysWhatAVariableMayHold(String line, String type, String text, boolean accepted) {
        assertThat(AllowedVariable.parse(line).accepts(type, text)).isEqualTo(accepted);
    }

    @Test
    void everyUuidTheJdkMakesIsOne() {
        assertThat(AllowedVariable.parse("string uuid").accepts("string", UUID.randomUUID().toString())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"string", "text", "", "integer A|B", "json", "string /[/"})
    void aLineThatWouldOpenADoorStopsTheStart(String line) {
        assertThatThrownBy(() -> AllowedVariable.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.apusilta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTests {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u200B\u200B", "\u2800", "\r\n", "\u0000", "\u3164", "\u200D\uFE0F", "\u202E", "\u2060\u00AD", "\u2003\t\uFEFF"})
    void whatNobodySeesIsNothing(String text) {
        assertThat(Typed.clean(text, true)).isEmpty();
        assertThat(Typed.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aino", "فاطمة", "👩‍👩‍👧", "می‌خواهم", "李小龙", "O’Connor-Åström", "ก็", "한국"})
    void everyScriptAndEveryEmojiStaysAsItIs(String text) {
        assertThat(Typed.clean(text, false)).isEqualTo(text);
        assertThat(Typed.isBlank(text)).isFalse();
    }

    @Test
    void linesStayWhereLinesAreMeantAndHarmGoes() {
        assertThat(Typed.clean(" one\r\ntwo\u0007\u0000\t! ", true)).isEqualTo("one\ntwo !");
        assertThat(Typed.clean("one\r\nBcc: two", false)).isEqualTo("one Bcc: two");
        assertThat(Typed.clean("gro.\u202Eevil", false)).isEqualTo("gro.evil");
    }
}

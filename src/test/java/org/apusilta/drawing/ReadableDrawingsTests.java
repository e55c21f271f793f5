package org.apusilta.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReadableDrawingsTests {

    @TestFactory
    Stream<DynamicTest> everyDrawingCanBeRead() {
        return Drawings.files(".bpmn").stream().map(file -> DynamicTest.dynamicTest(file.toString(),
                () -> assertThat(ReadingRules.complaints(Diagram.of(file))).isEmpty()));
    }

    @Test
    void anUglyDrawingIsFoundOut() {
        assertThat(ReadingRules.complaints(Diagram.of(Path.of("src/test/resources/drawing/ugly.bpmn")))).containsExactlyInAnyOrder(
                "nowhere is not drawn", "toNowhere is not drawn", "unnamed has no label", "overTheTop has no answer on it",
                "first overlaps onTop", "overTheTop runs through unnamed", "overTheTop crosses across",
                "short does not begin or end on its shape", "label of begun lies on first");
    }
}

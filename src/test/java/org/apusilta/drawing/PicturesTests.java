package org.apusilta.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pictures in {@code docs/processes} show the processes as they are. */
class PicturesTests {

    private static final String COMMAND = "draw it again: ./mvnw -q -Pdrawings test";

    @TestFactory
    Stream<DynamicTest> everyPictureIsOfTheDrawingAsItIs() {
        return Drawings.files(".bpmn").stream().map(drawing -> DynamicTest.dynamicTest(drawing.toString(),
                () -> assertThat(Drawings.fresh(drawing)).as("%s is stale; %s", Drawings.picture(drawing), COMMAND).isTrue()));
    }

    @TestFactory
    Stream<DynamicTest> everyDecisionPageSaysWhatTheTableSays() {
        return Drawings.files(".dmn").stream().map(table -> DynamicTest.dynamicTest(table.toString(),
                () -> assertThat(DecisionPage.file(table)).as(COMMAND).hasContent(DecisionPage.of(table))));
    }

    @Test
    void noPictureOutlivesItsDrawing() throws IOException {
        try (var pictures = Files.list(Drawings.PICTURES)) {
            var expected = Stream.concat(Stream.of(ProcessIndex.FILE),
                    Stream.concat(Drawings.files(".bpmn").stream().map(Drawings::picture),
                            Drawings.files(".dmn").stream().map(DecisionPage::file))).toList();
            assertThat(pictures).as("files in docs/processes").isSubsetOf(expected);
        }
        assertThat(ProcessIndex.FILE).as(COMMAND).hasContent(ProcessIndex.page());
    }
}

package org.apusilta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** On a phone a stacked table has no head: a cell of words or numbers says by its {@code data-label} what it is. */
class StackedTablesTests {

    private static final Pattern TABLE = Pattern.compile("<table[^>]*class=\"[^\"]*\\bstack\\b.*?</table>", Pattern.DOTALL);
    /** A cell that itself shows a value; one that holds a form or a button explains itself. */
    private static final Pattern VALUE = Pattern.compile("<td\\b[^>]*th:text=[^>]*>");

    @Test
    void eachValueSaysWhatItIs() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            var pages = files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(pages.stream().flatMap(page -> tables(page).stream()).toList()).isNotEmpty();
            assertThat(pages.stream().flatMap(page -> tables(page).stream().flatMap(table -> VALUE.matcher(table).results())
                    .map(cell -> cell.group()).filter(cell -> !cell.contains("data-label")).map(cell -> page + ": " + cell)).toList()).isEmpty();
        }
    }

    private static List<String> tables(Path page) {
        try {
            return TABLE.matcher(Files.readString(page)).results().map(table -> table.group()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

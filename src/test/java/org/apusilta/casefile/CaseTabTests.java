package org.apusilta.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plugins' scripts: three languages alike, and no way for data to become markup. */
class CaseTabTests {

    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts");
    private static final Pattern LANGUAGE = Pattern.compile("(?ms)^  (fi|sv|en): \\{(.*?)^  }");
    private static final Pattern KEY = Pattern.compile("(?:^ {4}|, )(\\w+): (?='|[a-z(][\\w, ]*\\)? =>)", Pattern.MULTILINE);
    private static final Pattern USED = Pattern.compile("\\b(?:w|own)\\.(\\w+)");

    @Test
    void theTabsOwnWordsAreThereInThreeLanguagesAndAllUsed() throws IOException {
        var perLanguage = LANGUAGE.matcher(Files.readString(SCRIPTS.resolve("apusilta/words.js"))).results()
                .map(block -> new TreeSet<>(KEY.matcher(block.group(2)).results().map(k -> k.group(1)).toList())).toList();
        assertThat(perLanguage).hasSize(3);
        assertThat(perLanguage.get(1)).isEqualTo(perLanguage.get(0));
        assertThat(perLanguage.get(2)).isEqualTo(perLanguage.get(0)).hasSizeGreaterThan(50);

        var used = new TreeSet<String>();
        for (var file : new String[] {"apusilta/view.js", "apusilta/person.js", "apusilta/actions.js", "case-tab.js"}) {
            USED.matcher(Files.readString(SCRIPTS.resolve(file))).results().forEach(u -> used.add(u.group(1)));
        }
        used.add("tab");
        assertThat(used).isEqualTo(perLanguage.get(0));
    }

    @Test
    void noScriptTurnsDataIntoMarkup() throws IOException {
        try (var files = Files.walk(SCRIPTS)) {
            for (var file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
                assertThat(Files.readString(file)).as(file.toString())
                        .doesNotContain("innerHTML").doesNotContain("outerHTML").doesNotContain("insertAdjacentHTML")
                        .doesNotContain("document.write").doesNotContain("eval(");
            }
        }
    }
}

package org.apusilta.volunteer.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Random;

/** Draws invented names by mother tongue, gender and age from {@code demo/names.properties}. */
final class InventedNames {

    private static final Properties NAMES = read();

    private final Random random;

    InventedNames(Random random) {
        this.random = random;
    }

    String given(String language, boolean woman, boolean old) {
        return draw(NAMES.getProperty(language + (woman ? ".F" : ".M") + (old ? ".old" : ".young")));
    }

    String family(String language, boolean woman) {
        return draw(NAMES.getProperty(language + ".family", NAMES.getProperty(language + ".family" + (woman ? ".F" : ".M"))));
    }

    private String draw(String names) {
        var all = names.split(",");
        return all[random.nextInt(all.length)];
    }

    private static Properties read() {
        try (var in = new InputStreamReader(InventedNames.class.getResourceAsStream("/demo/names.properties"), StandardCharsets.UTF_8)) {
            var names = new Properties();
            names.load(in);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.apusilta.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists somebody looks at often, each person's own. */
public interface SavedViews {

    /** Longest name, in characters. */
    int LONGEST_NAME = 60;
    /** How many one person may keep. */
    int MOST = 30;

    /** @param query codes, as {@link CaseQuery#address()} writes them @param phrase a name searched for, null when none */
    record View(UUID id, String name, String query, @Nullable String phrase) {}

    /** @return the caller's own, by name */
    List<View> own();

    /** @return the caller's view with this id */
    Optional<View> find(UUID id);

    /** Keeps a view; one of the same name is replaced. @throws IllegalArgumentException when the name is empty or too long, or there are too many */
    UUID keep(String name, CaseQuery query, @Nullable String phrase);

    /** Removes the caller's view with this id, if there is one. */
    void remove(UUID id);
}

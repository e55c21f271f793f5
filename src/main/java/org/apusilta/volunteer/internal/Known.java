package org.apusilta.volunteer.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the register knows, by what a row of a file can say of somebody: read once for thousands of rows. */
final class Known {

    /** @param hash what the row said when it was last taken */
    record External(UUID volunteerId, byte[] hash) {}

    private record Person(UUID id, String givenName, String familyName, int birthYear, @Nullable String email, @Nullable String phone) {}

    private final Map<String, External> external = new HashMap<>();
    private final Map<String, UUID> alike = new HashMap<>();

    Known(JdbcClient jdbc, String source) {
        jdbc.sql("SELECT external_id, volunteer_id, row_hash FROM apusilta.volunteer_external WHERE source = :source").param("source", source)
                .query((row, n) -> external.put(row.getString(1), new External(row.getObject(2, UUID.class), row.getBytes(3)))).list();
        jdbc.sql("SELECT id, given_name, family_name, birth_year, email, phone FROM apusilta.volunteer WHERE merged_into IS NULL").query(Person.class).list()
                .forEach(one -> signs(one.givenName(), one.familyName(), one.birthYear(), one.email(), one.phone()).forEach(sign -> alike.putIfAbsent(sign, one.id())));
    }

    Optional<External> external(String id) {
        return Optional.ofNullable(external.get(id));
    }

    void took(String externalId, UUID volunteerId, byte[] hash, ImportedRow row) {
        external.put(externalId, new External(volunteerId, hash));
        signs(row.givenName(), row.familyName(), row.birthYear(), row.email(), row.phone()).forEach(sign -> alike.putIfAbsent(sign, volunteerId));
    }

    /** @return somebody with the same name and year of birth, the same e-mail address or the same phone number */
    Optional<UUID> alike(ImportedRow row) {
        return signs(row.givenName(), row.familyName(), row.birthYear(), row.email(), row.phone()).map(alike::get).filter(java.util.Objects::nonNull).findFirst();
    }

    private static Stream<String> signs(String given, String family, int year, @Nullable String email, @Nullable String phone) {
        var digits = phone == null ? "" : phone.replaceAll("\\D", "").replaceFirst("^(00358|358|0)", "");
        return Stream.of("N" + (given + " " + family).toLowerCase(Locale.ROOT) + year, email == null || email.isBlank() ? "" : "E" + email.toLowerCase(Locale.ROOT),
                digits.length() < 6 ? "" : "P" + digits).filter(sign -> !sign.isEmpty());
    }
}

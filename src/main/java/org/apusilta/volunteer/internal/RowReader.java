package org.apusilta.volunteer.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Languages;
import org.apusilta.catalogue.Texts;
import org.apusilta.volunteer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Reads rows of one file, by what its columns are said to be. Words are known in Finnish, Swedish and English, and by their codes. */
final class RowReader {

    /** A Finnish personal identity code: we have no right to it and keep none. */
    private static final Pattern IDENTITY_CODE = Pattern.compile("\\b\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y]\\b");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ID = 80;
    private static final Set<String> YES = Set.of("1", "true", "x", "k", "kyllä", "on", "ja", "j", "yes", "y");
    private static final Set<String> NO = Set.of("0", "false", "ei", "e", "nej", "n", "no");
    private static final Map<ImportField, String> CONSENTS = Map.of(ImportField.NEWSLETTER, "NEWSLETTER", ImportField.EMAIL_CONSENT, "EMAIL", ImportField.SMS_CONSENT, "SMS",
            ImportField.LETTER_CONSENT, "LETTER");

    private final List<String> mapping;
    private final LocalDate today;
    private final Map<String, String> districts = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> interests = new HashMap<>();
    private final Map<String, String> languages = new HashMap<>();
    private final Map<String, String> organisations = new HashMap<>();

    RowReader(List<String> mapping, LocalDate today, Catalogue catalogue, Vocabulary vocabulary, Organisations known, MessageSource texts) {
        this.mapping = mapping;
        this.today = today;
        catalogue.districts().forEach(one -> words(districts, one.code(), one.name()));
        catalogue.kinds().forEach(one -> words(kinds, one.code(), one.name()));
        vocabulary.interests(-1L >>> 2).forEach(code -> reading().forEach(language -> interests.put(key(texts.getMessage("matching.interest." + code, null, code, language)), code)));
        vocabulary.interests(-1L >>> 2).forEach(code -> interests.put(key(code), code));
        vocabulary.languages(-1L >>> 2).forEach(code -> {
            languages.put(code, code);
            reading().forEach(language -> languages.put(key(Languages.name(code, language)), code));
        });
        known.all().forEach(one -> {
            organisations.put(key(one.name()), one.code());
            organisations.put(key(one.code()), one.code());
        });
    }

    private static List<Locale> reading() {
        return Stream.of("fi", "sv", "en").map(Locale::forLanguageTag).toList();
    }

    private static void words(Map<String, String> into, String code, Texts name) {
        Stream.of(code, name.fi(), name.sv(), name.en()).forEach(word -> into.putIfAbsent(key(word), code));
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT).strip();
    }

    ImportedRow read(List<String> cells) {
        return new Reading(cells).row();
    }

    /** One row under way. */
    private final class Reading {

        private final Map<ImportField, String> said = new EnumMap<>(ImportField.class);
        private final List<String> notes = new ArrayList<>();
        private boolean faulty;

        Reading(List<String> cells) {
            for (int column = 0; column < mapping.size() && column < cells.size(); column++) {
                var cell = cells.get(column);
                if (!mapping.get(column).isEmpty() && !cell.isEmpty()) {
                    take(ImportField.valueOf(mapping.get(column)), cell);
                }
            }
        }

        private void take(ImportField field, String cell) {
            // an own export marks what a spreadsheet would take for a formula
            var plain = cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0 ? cell.substring(1) : cell;
            if (plain.startsWith("=") || plain.startsWith("@") || plain.startsWith("-") || plain.startsWith("+") && field != ImportField.PHONE) {
                fault("FORMULA", field);
            } else if (IDENTITY_CODE.matcher(plain.toUpperCase(Locale.ROOT)).find()) {
                fault("IDENTITY_CODE", field);
            } else {
                said.merge(field, plain, (one, other) -> one + ", " + other);
            }
        }

        ImportedRow row() {
            names();
            var given = text(ImportField.GIVEN_NAME, LONGEST_NAME, true);
            var family = text(ImportField.FAMILY_NAME, LONGEST_NAME, true);
            var consents = new TreeMap<String, Boolean>();
            CONSENTS.forEach((field, what) -> {
                var yes = yes(field);
                if (yes != null) {
                    consents.put(what, yes);
                }
            });
            var birthYear = birthYear();
            return new ImportedRow(text(ImportField.EXTERNAL_ID, LONGEST_ID, false), given == null ? "" : given, family == null ? "" : family, email(), phone(), birthYear, gender(),
                    known(ImportField.LANGUAGE, Map.of("fi", "fi", "suomi", "fi", "finska", "fi", "finnish", "fi", "sv", "sv", "ruotsi", "sv", "svenska", "sv", "swedish", "sv")), district(),
                    known(ImportField.ORGANISATION, organisations), joinedOn(), spoken(), several(ImportField.KINDS, kinds), several(ImportField.INTERESTS, interests), capacity(), consents,
                    List.copyOf(notes), faulty);
        }

        /** "Virtanen, Aino" or "Aino Virtanen" in one column. */
        private void names() {
            var full = said.get(ImportField.FULL_NAME);
            if (full == null) {
                return;
            }
            int comma = full.indexOf(',');
            int space = full.lastIndexOf(' ');
            if (comma > 0) {
                said.putIfAbsent(ImportField.FAMILY_NAME, full.substring(0, comma).strip());
                said.putIfAbsent(ImportField.GIVEN_NAME, full.substring(comma + 1).strip());
            } else if (space > 0) {
                said.putIfAbsent(ImportField.GIVEN_NAME, full.substring(0, space).strip());
                said.putIfAbsent(ImportField.FAMILY_NAME, full.substring(space + 1).strip());
            }
        }

        private @Nullable String text(ImportField field, int longest, boolean must) {
            var text = said.get(field);
            if (text == null || text.isBlank()) {
                if (must) {
                    fault("MISSING", field);
                }
                return null;
            }
            if (text.length() > longest) {
                fault("TOO_LONG", field);
            }
            return text;
        }

        private @Nullable String email() {
            var text = said.get(ImportField.EMAIL);
            if (text != null && (text.length() > 250 || !text.matches("[^\\s@,;<>]{1,64}@[^\\s@,;<>]{1,180}\\.[^\\s@,;<>]{2,}"))) {
                fault("EMAIL", ImportField.EMAIL);
            }
            return text;
        }

        private @Nullable String phone() {
            var text = said.get(ImportField.PHONE);
            if (text == null) {
                return null;
            }
            if (text.matches("[45]\\d{7,9}")) {
                notes.add("PHONE_ZERO:PHONE");   // kept as a number, it has lost its first nought
                return "0" + text;
            }
            if (!text.matches("[+0-9 ()-]{5,40}")) {
                fault("PHONE", ImportField.PHONE);
            }
            return text;
        }

        private int birthYear() {
            var text = said.get(ImportField.BIRTH_YEAR);
            if (text == null) {
                fault("MISSING", ImportField.BIRTH_YEAR);
                return 0;
            }
            var day = day(text);
            int year = day != null ? day.getYear() : text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
            if (year < 1900 || year > today.getYear() - 10) {
                fault("BIRTH_YEAR", ImportField.BIRTH_YEAR);
            }
            return year;
        }

        private @Nullable String gender() {
            return known(ImportField.GENDER, Map.ofEntries(Map.entry("f", "F"), Map.entry("nainen", "F"), Map.entry("kvinna", "F"), Map.entry("woman", "F"), Map.entry("female", "F"),
                    Map.entry("m", "M"), Map.entry("mies", "M"), Map.entry("man", "M"), Map.entry("male", "M"), Map.entry("o", "O"), Map.entry("muu", "O"), Map.entry("annat", "O"),
                    Map.entry("other", "O")));
        }

        private @Nullable String district() {
            if (!said.containsKey(ImportField.DISTRICT)) {
                fault("MISSING", ImportField.DISTRICT);
            }
            return known(ImportField.DISTRICT, districts);
        }

        private @Nullable LocalDate joinedOn() {
            var text = said.get(ImportField.JOINED_ON);
            if (text == null) {
                return null;
            }
            var day = day(text);
            if (day == null || day.isAfter(today) || day.getYear() < 1950) {
                fault("DAY", ImportField.JOINED_ON);
            }
            return day;
        }

        private @Nullable Integer capacity() {
            var text = said.get(ImportField.CAPACITY);
            if (text != null && !text.matches("\\d|1\\d|20")) {
                fault("CAPACITY", ImportField.CAPACITY);
                return null;
            }
            return text == null ? null : Integer.valueOf(text);
        }

        private Map<String, String> spoken() {
            var spoken = new TreeMap<String, String>();
            for (var part : said.getOrDefault(ImportField.LANGUAGES, "").split("[,;/|]")) {
                var words = part.strip().split("[\\s:()]+");
                if (words[0].isEmpty()) {
                    continue;
                }
                var code = languages.get(key(words[0]));
                var level = words.length > 1 ? words[words.length - 1].toUpperCase(Locale.ROOT) : "";
                if (code == null || words.length > 1 && !RegisterQuery.LEVELS.contains(level)) {
                    fault("LANGUAGES", ImportField.LANGUAGES);
                } else {
                    if (level.isEmpty()) {
                        notes.add("LEVEL:LANGUAGES");
                    }
                    spoken.put(code, level.isEmpty() ? "B1" : level);
                }
            }
            return spoken;
        }

        private Set<String> several(ImportField field, Map<String, String> known) {
            var codes = new TreeSet<String>();
            var text = said.get(field);
            if (text == null) {
                return codes;
            }
            var parts = known.containsKey(key(text)) ? new String[] {text} : text.split("[,;|]");
            for (var part : parts) {
                var code = known.get(key(part));
                if (code == null && !part.isBlank()) {
                    fault("UNKNOWN", field);
                } else if (code != null) {
                    codes.add(code);
                }
            }
            return codes;
        }

        private @Nullable String known(ImportField field, Map<String, String> words) {
            var text = said.get(field);
            var code = text == null ? null : words.get(key(text));
            if (code == null && text != null) {
                if (field == ImportField.LANGUAGE && Set.of("en", "englanti", "engelska", "english").contains(key(text))) {
                    return "en";
                }
                fault("UNKNOWN", field);
            }
            return code;
        }

        private @Nullable Boolean yes(ImportField field) {
            var text = said.get(field);
            if (text == null) {
                return null;
            }
            if (!YES.contains(key(text)) && !NO.contains(key(text))) {
                fault("YES_NO", field);
            }
            return YES.contains(key(text));
        }

        private static @Nullable LocalDate day(String text) {
            try {
                if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                    return LocalDate.parse(text);
                }
                var parts = DAY.matcher(text);
                return parts.matches() ? LocalDate.of(Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1))) : null;
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }

        private void fault(String code, ImportField field) {
            var note = code + ":" + field;
            if (!notes.contains(note)) {
                notes.add(note);
            }
            faulty = true;
        }
    }
}

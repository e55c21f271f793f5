package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apusilta.ApusiltaTest;
import org.apusilta.volunteer.internal.FileRefused;
import org.apusilta.volunteer.internal.ImportBook;
import org.apusilta.volunteer.internal.ImportRun;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** People from files: what is good is taken once, what is broken is said in a sentence, and nothing ever half. */
@ApusiltaTest
class ImportIT {

    private static final String HEADER = "Tunnus;Etunimi;Sukunimi;Sähköposti;Puhelin;Syntymäaika;Peruspiiri;Kielitaito;Tehtävät;Uutiskirje\n";

    @Autowired ImportBook book;
    @Autowired ImportRun runs;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc web;
    @Autowired org.springframework.transaction.support.TransactionTemplate transaction;
    @LocalServerPort int port;

    private static final int MANY = 10_000;

    @ParameterizedTest
    @CsvSource({"UTF-8, ;, false", "UTF-8, ;, true", "windows-1252, ;, false", "ISO-8859-1, ',', false", "UTF-8, TAB, true", "UTF-16, ;, false"})
    void everyUsualWayOfWritingATableIsRead(String charset, String separator, boolean mark) throws Exception {
        var source = "enc" + charset.replaceAll("\\W", "") + separator.charAt(0) + mark;
        var text = HEADER + "1;Åsa;Öhmän;asa" + source.hashCode() + "@postia.example;" + phone(source) + ";24.12.1956;Mellunkylä;suomi C2, ruotsi B1;;kyllä\n";
        text = separator.equals(";") ? text : text.replace("suomi C2, ruotsi B1", "suomi C2/ruotsi B1").replace(";", separator.equals("TAB") ? "\t" : ",");
        var bytes = text.getBytes(Charset.forName(charset));
        var id = book.upload("lead", "ihmiset.csv", mark ? joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, bytes) : bytes);
        var file = taken(id, source, true);
        assertThat(file.readAs()).startsWith("CSV, ");
        assertThat(report(id)).as(file.readAs()).containsExactly("2 NEW []");
        assertThat(jdbc.sql("SELECT given_name || ' ' || family_name FROM apusilta.volunteer WHERE phone = ?").param(phone(source)).query(String.class).list()).as(file.readAs()).containsExactly("Åsa Öhmän");
    }

    @Test
    void whatTheRowsSayComesIntoTheRegisterAndTheSameAgainChangesNothing() throws Exception {
        var kind = jdbc.sql("SELECT name_fi FROM apusilta.kind WHERE code = 'FRIEND_VISIT'").query(String.class).single();
        var good = HEADER + "77;Tuuli;Tuontila;tuuli.tuontila@postia.example;0401239871;1956-12-24;703;fi C2, venäjä B2;" + kind + ";kyllä\n"
                + "78;Taneli;Tuontila;taneli.tuontila@postia.example;0401239872;1961;Mellungsby;suomi;;ei\n";
        var first = book.upload("lead", "uudet.csv", good.getBytes(StandardCharsets.UTF_8));
        assertThat(checked(first, "vanha rekisteri").counts()).containsEntry("NEW", 2).hasSize(1);
        assertThat(people("Tuontila")).as("a look takes nothing").isZero();
        assertThat(run(first, false).count("NEW")).isEqualTo(2);
        var one = jdbc.sql("SELECT id FROM apusilta.volunteer WHERE given_name = 'Tuuli' AND family_name = 'Tuontila' AND birth_year = 1956 AND district = '703'").query(UUID.class).single();
        assertThat(jdbc.sql("SELECT code || level FROM apusilta.volunteer_language WHERE volunteer_id = ? ORDER BY 1").param(one).query(String.class).list()).containsExactly("fiC2", "ruB2");
        assertThat(jdbc.sql("SELECT kind_code FROM apusilta.volunteer_kind WHERE volunteer_id = ?").param(one).query(String.class).list()).containsExactly("FRIEND_VISIT");
        assertThat(jdbc.sql("SELECT given FROM apusilta.volunteer_consent WHERE volunteer_id = ? AND what = 'NEWSLETTER'").param(one).query(Boolean.class).single()).isTrue();

        var again = book.upload("lead", "uudet.csv", good.getBytes(StandardCharsets.UTF_8));
        assertThat(book.sameBefore(again)).isPresent();
        assertThat(taken(again, "vanha rekisteri", true).counts()).as("even when doubtful ones are wanted").containsEntry("SAME", 2).hasSize(1);

        var changed = book.upload("lead", "korjattu.csv", (good.replace("0401239871", "0401239879") + "79;Tarja;Tuontilaakso;;;1970;703;;;\n").getBytes(StandardCharsets.UTF_8));
        assertThat(taken(changed, "vanha rekisteri", false).counts()).containsEntry("SAME", 1).containsEntry("CHANGED", 1).containsEntry("NEW", 1);
        assertThat(jdbc.sql("SELECT phone FROM apusilta.volunteer WHERE id = ?").param(one).query(String.class).single()).isEqualTo("0401239879");
        assertThat(jdbc.sql("SELECT changed_by FROM apusilta.volunteer_history WHERE volunteer_id = ? AND field = 'phone'").param(one).query(String.class).list()).containsExactly("lead");

        var doubtful = book.upload("lead", "muualta.csv", good.replace("77;", "9001;").getBytes(StandardCharsets.UTF_8));
        assertThat(checked(doubtful, "muu järjestelmä").counts()).containsEntry("DOUBTFUL", 2);
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.volunteer_import_row WHERE import_id = ? AND cells IS NOT NULL").param(first).query(Integer.class).single())
                .as("what a row said is not kept").isZero();
        assertThat(people("Tuontila")).isEqualTo(2);
    }

    @Test
    void eachRowSaysWhatIsWrongInTheReadersLanguage() throws Exception {
        var rows = HEADER + "1;;Nimetön;a@b.example;;1956;703;;;\n2;Kaava;Rivi;=HYPERLINK(\"x\");;1956;703;;;\n3;Hetu;Rivi;;;010156-123A;703;;;\n4;Posti;Rivi;ei osoite;;1956;703;;;\n"
                + "5;Päivä;Rivi;;;31.2.1956;703;;;\n6;Paikka;Rivi;;;1956;Atlantis;;;\n7;Kieli;Rivi;;;1956;703;klingon;;\n8;Tehtävä;Rivi;;;1956;703;;Avaruuslento;\n9;Lupa;Rivi;;;1956;703;;;ehkä\n"
                + "10;Sama;Rivi;;;1956;703;;;\n10;Toinen;Rivi;;;1957;703;;;\n11;Nolla;Rivi;;401112223;1956;703;;;\n12;Vuosi;Rivi;;;1856;703;;;\n";
        var id = book.upload("lead", "virheet.csv", rows.replace("\"x\"", "x").getBytes(StandardCharsets.UTF_8));
        checked(id, "virheet");
        assertThat(report(id)).containsExactly("2 FAULTY [MISSING:GIVEN_NAME]", "3 FAULTY [FORMULA:EMAIL]", "4 FAULTY [IDENTITY_CODE:BIRTH_YEAR, MISSING:BIRTH_YEAR]", "5 FAULTY [EMAIL:EMAIL]",
                "6 FAULTY [BIRTH_YEAR:BIRTH_YEAR]", "7 FAULTY [UNKNOWN:DISTRICT]", "8 FAULTY [LANGUAGES:LANGUAGES]", "9 FAULTY [UNKNOWN:KINDS]", "10 FAULTY [YES_NO:NEWSLETTER]", "11 NEW []",
                "12 FAULTY [TWICE:EXTERNAL_ID]", "13 NEW [PHONE_ZERO:PHONE]", "14 FAULTY [BIRTH_YEAR:BIRTH_YEAR]");
        for (var language : List.of("fi", "sv", "en")) {
            web.perform(get("/volunteers/import/{id}", id).locale(Locale.forLanguageTag(language)).with(user("lead").roles("LEAD"))).andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("import.")))).andExpect(content().string(not(containsString("??"))));
        }
        web.perform(get("/volunteers/import/{id}", id).locale(Locale.forLanguageTag("sv")).with(user("lead").roles("LEAD"))).andExpect(content().string(containsString("ser ut som en personbeteckning")));
        book.discard(id);
    }

    @Test
    void anExcelFileIsReadWithItsDatesAndItsFormulasAreNot() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var excel = new Workbook(out, "Test", "1.0")) {
            var sheet = excel.newWorksheet("Ihmiset");
            var head = List.of("Nimi", "Syntymäaika", "Peruspiiri", "Puhelin", "Muuta");
            for (int column = 0; column < head.size(); column++) {
                sheet.value(0, column, head.get(column));
            }
            sheet.value(1, 0, "Taulukkola, Teija");
            sheet.value(1, 1, java.time.LocalDate.of(1950, 2, 3));
            sheet.style(1, 1).format("d.m.yyyy").set();
            sheet.value(1, 2, 703);
            sheet.value(1, 3, 401234599);
            sheet.value(2, 0, "Kaava Taulukkola");
            sheet.formula(2, 1, "1900+56");
            sheet.value(2, 2, "703");
        }
        var id = book.upload("lead", "taulukko.xlsx", out.toByteArray());
        assertThat(book.find(id).mapping()).containsExactly("FULL_NAME", "BIRTH_YEAR", "DISTRICT", "PHONE", "");
        checked(id, "");
        assertThat(report(id)).containsExactly("2 NEW [PHONE_ZERO:PHONE]", "3 FAULTY [FORMULA:BIRTH_YEAR, MISSING:BIRTH_YEAR]");
        run(id, false);
        assertThat(jdbc.sql("SELECT given_name || birth_year || phone FROM apusilta.volunteer WHERE family_name = 'Taulukkola'").query(String.class).list()).containsExactly("Teija19500401234599");
    }

    @Test
    void brokenAndHostileFilesEndInASentenceAndLeaveNothing() throws Exception {
        var before = people("%");
        var zip = new ByteArrayOutputStream();
        try (var excel = new Workbook(zip, "Test", "1.0")) {
            excel.newWorksheet("a").value(0, 0, "Nimi");
        }
        assertThat(refusal(new byte[0])).isEqualTo("EMPTY");
        assertThat(refusal(new byte[21 * 1024 * 1024])).isEqualTo("TOO_LARGE");
        assertThat(refusal(Arrays.copyOf(zip.toByteArray(), zip.size() / 2))).isIn("BROKEN_ZIP", "NOT_A_WORKBOOK");
        assertThat(refusal(zip.toByteArray())).isEqualTo("NO_ROWS");
        assertThat(refusal(zipped("xl/workbook.xml", new byte[100], "evil.bin", null))).isEqualTo("TOO_MUCH_INSIDE");
        assertThat(refusal(zipped("hello.txt", "hello".getBytes(), null, null))).isEqualTo("NOT_A_WORKBOOK");
        assertThat(refusal(zipped("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>".getBytes(), null, null))).isEqualTo("NOT_A_WORKBOOK");
        assertThat(refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3, 4, 5, 6})).isEqualTo("OLD_EXCEL");
        assertThat(refusal(new byte[] {1, 2, 0, 3, 4})).isEqualTo("NOT_TEXT");
        assertThat(refusal((HEADER + "1;\"auki;Rivi\n2;Toinen;Rivi\n").getBytes())).isEqualTo("QUOTE");
        assertThat(refusal(HEADER.getBytes())).isEqualTo("NO_ROWS");
        assertThat(refusal(("a;".repeat(90) + "\n" + "x;".repeat(90) + "\n").getBytes())).isEqualTo("TOO_MANY_COLUMNS");
        assertThat(refusal(("a;b\n" + "x;y\n".repeat(20_001)).getBytes())).isEqualTo("TOO_MANY_ROWS");
        assertThat(refusal(("a;b\nx;" + "y".repeat(3_000) + "\n").getBytes())).isEqualTo("CELL_TOO_LONG");
        assertThat(people("%")).isEqualTo(before);
        web.perform(multipart("/volunteers/import").file(new MockMultipartFile("file", "pommi.xlsx", null, new byte[] {(byte) 0xd0, (byte) 0xcf, 0, 0, 0, 0, 0, 0, 0})).with(csrf()).with(user("lead").roles("LEAD")))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/volunteers/import").with(user("coordinator").roles("COORDINATOR"))).andExpect(status().isForbidden());
    }

    /** Seeded: whatever a file is, it is read or refused within its time, its rows are all accounted for, and no run leaves half of them. */
    @Test
    void hundredsOfBrokenFilesAreReadOrRefusedButNeverBreakAnything() throws Exception {
        var random = new Random(20_261_127L);
        var zip = new ByteArrayOutputStream();
        try (var excel = new Workbook(zip, "Test", "1.0")) {
            var sheet = excel.newWorksheet("a");
            for (int column = 0; column < 10; column++) {
                sheet.value(0, column, HEADER.strip().split(";")[column]);
                sheet.value(1, column, random.nextInt());
            }
        }
        int read = 0;
        for (int n = 0; n < 400; n++) {
            byte[] file = n % 3 == 0 ? scrambled(zip.toByteArray(), random) : scrambled((HEADER + rows(random)).getBytes(n % 2 == 0 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252")), random);
            try {
                var id = book.upload("lead", "sotku " + n, file);
                read++;
                if (n % 30 == 1 && book.find(id).mapping().containsAll(List.of("GIVEN_NAME", "FAMILY_NAME", "BIRTH_YEAR", "DISTRICT"))) {
                    var before = people("%");
                    var checked = checked(id, "sotku" + n);
                    assertThat(checked.counts().values().stream().mapToInt(Integer::intValue).sum()).as("file " + n).isEqualTo(checked.total());
                    var taken = run(id, true);
                    assertThat(people("%") - before).as("file " + n).isEqualTo(taken.count("NEW"));
                } else {
                    book.discard(id);
                }
            } catch (FileRefused refused) {
                assertThat(refused.code()).as("file " + n).isNotBlank();
            }
        }
        assertThat(read).isBetween(40, 395);
    }

    @Test
    void twoRunsOfOneFileAtTheSameInstantTakeEverybodyOnce() throws Exception {
        var text = new StringBuilder(HEADER);
        for (int n = 0; n < 60; n++) {
            text.append("K").append(n).append(";Kaksi").append((char) ('a' + n % 26)).append(n).append(";Kertaa;;;1956;703;;;\n");
        }
        var files = new ArrayList<UUID>();
        for (int n = 0; n < 3; n++) {
            files.add(book.upload("lead", "kahdesti.csv", text.toString().getBytes(StandardCharsets.UTF_8)));
            checked(files.get(n), "kahdesti");
        }
        var go = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(6);
        try {
            var begun = new ArrayList<java.util.concurrent.Future<Boolean>>();
            for (int n = 0; n < 6; n++) {
                var file = files.get(n % 3);
                begun.add(pool.submit(() -> {
                    go.await();
                    return runs.run(file, "lead", false);
                }));
            }
            go.countDown();
            int many = 0;
            for (var one : begun) {
                many += one.get() ? 1 : 0;
            }
            assertThat(many).as("each file is begun once").isEqualTo(3);
        } finally {
            pool.shutdown();
        }
        files.forEach(this::awaitEnd);
        assertThat(people("Kertaa")).isEqualTo(60);
        assertThat(files.stream().mapToInt(file -> book.find(file).count("NEW")).sum()).isEqualTo(60);
        assertThat(files.stream().mapToInt(file -> book.find(file).count("SAME")).sum()).isEqualTo(120);
    }

    @Test
    void aFileThatFailsInTheMiddleLeavesNobody() throws Exception {
        var text = HEADER + "M1;Melkein;Mukana;;;1956;703;;;\nM2;Melkein;Mukanakin;;;1957;703;;;\n";
        var id = book.upload("lead", "kesken.csv", text.getBytes(StandardCharsets.UTF_8));
        checked(id, "kesken");
        jdbc.sql("ALTER TABLE apusilta.volunteer ADD CONSTRAINT no_mukanakin CHECK (family_name <> 'Mukanakin')").update();
        try {
            assertThat(run(id, false).state()).isEqualTo("FAILED");
            assertThat(people("Mukana")).isZero();
        } finally {
            jdbc.sql("ALTER TABLE apusilta.volunteer DROP CONSTRAINT no_mukanakin").update();
        }
        assertThat(checked(id, "kesken").state()).isEqualTo("CHECKED");
        assertThat(run(id, false).count("NEW")).isEqualTo(2);
    }

    /** Somebody saves the same person while the import stands before their row: their change stays, and the row is not taken for done. */
    @Test
    void whoIsChangedBySomebodyElseMeanwhileIsTriedAgainTheNextTime() throws Exception {
        var file = HEADER + "881;Samaan;Aikaanen;;0401231881;1956;703;;;\n";
        taken(book.upload("lead", "a.csv", file.getBytes(StandardCharsets.UTF_8)), "samaan aikaan", true);
        var person = jdbc.sql("SELECT id FROM apusilta.volunteer WHERE family_name = 'Aikaanen'").query(UUID.class).single();
        var changed = file.replace("0401231881", "0401231882").getBytes(StandardCharsets.UTF_8);
        var id = book.upload("lead", "b.csv", changed);
        checked(id, "samaan aikaan");
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("UPDATE apusilta.volunteer SET phone = '0409999999' WHERE id = ?").param(person).update();
            assertThat(runs.run(id, "lead", true)).isTrue();
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(() -> jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%apusilta.volunteer%FOR UPDATE%'")
                    .query(Integer.class).single() > 0);
        });
        assertThat(awaitEnd(id).count("DOUBTFUL")).isOne();
        assertThat(report(id)).containsExactly("2 DOUBTFUL [CHANGED_MEANWHILE]");
        assertThat(phoneOf(person)).isEqualTo("0409999999");
        web.perform(get("/volunteers/import/{id}", id).locale(Locale.forLanguageTag("fi")).with(user("lead").roles("LEAD"))).andExpect(content().string(containsString("samalla hetkellä")));
        assertThat(taken(book.upload("lead", "b.csv", changed), "samaan aikaan", true).count("CHANGED")).isOne();
        assertThat(phoneOf(person)).isEqualTo("0401231882");
    }

    private String phoneOf(UUID person) {
        return jdbc.sql("SELECT phone FROM apusilta.volunteer WHERE id = ?").param(person).query(String.class).single();
    }

    @Test
    void whatIsLeftOfOldFilesGoesByItselfWithoutAnotherUpload() throws Exception {
        var broken = book.upload("lead", "viat.csv", (HEADER + "1;;Nimetön;;;1956;703;;;\n2;Hyvä;Purettu;;0401231883;1956;703;;;\n").getBytes(StandardCharsets.UTF_8));
        taken(broken, "siivous", true);
        var left = book.upload("lead", "unohtui.csv", (HEADER + "1;Unohtunut;Rivi;;;1956;703;;;\n").getBytes(StandardCharsets.UTF_8));
        var young = book.upload("lead", "tuore.csv", (HEADER + "1;Tuore;Rivi;;;1956;703;;;\n").getBytes(StandardCharsets.UTF_8));
        jdbc.sql("UPDATE apusilta.volunteer_import SET uploaded_at = uploaded_at - interval '8 days' WHERE id IN (?, ?)").params(broken, left).update();
        book.purge();
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.volunteer_import_row WHERE import_id = ? AND cells IS NOT NULL").param(broken).query(Integer.class).single()).isZero();
        assertThat(report(broken)).as("what became of the rows stays").containsExactly("2 FAULTY [MISSING:GIVEN_NAME]", "3 NEW []");
        assertThat(jdbc.sql("SELECT id FROM apusilta.volunteer_import WHERE id IN (?, ?)").params(left, young).query(UUID.class).list()).containsExactly(young);
        assertThat(book.sample(young)).hasSize(1);
    }

    /** As many as the city has, twice over. Taken in one go, with progress to be seen meanwhile; the same file again changes nothing. */
    @Test
    void tenThousandRowsAreTakenInOneGoAndTheProgressIsSeen() throws Exception {
        var rows = new StringBuilder("Tunnus;Etunimi;Sukunimi;Syntymäaika;Peruspiiri\n");
        for (int n = 0; n < MANY; n++) {
            rows.append(n).append(";Monta").append(letters(n)).append(";Monikkola").append(letters(n / 7)).append(';').append(1930 + n % 70).append(";703\n");
        }
        var id = book.upload("lead", "kaikki.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
        try {
            assertThat(checked(id, "kymmenen tuhatta").count("NEW")).isEqualTo(MANY);
            assertThat(people("Monikkola%")).isZero();
            assertThat(runs.run(id, "lead", false)).isTrue();
            var seen = new java.util.TreeSet<Integer>();
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> {
                var now = book.find(id);
                seen.add(now.done());
                assertThat(people("Monikkola%")).as("all of them or none").isIn(0, MANY);
                return !now.state().equals("RUNNING");
            });
            assertThat(seen).as("progress").hasSizeGreaterThan(3).last().isEqualTo(MANY);
            assertThat(book.find(id).counts()).containsEntry("NEW", MANY).hasSize(1);
            assertThat(people("Monikkola%")).isEqualTo(MANY);
            assertThat(checked(book.upload("lead", "kaikki.csv", rows.toString().getBytes(StandardCharsets.UTF_8)), "kymmenen tuhatta").counts()).containsEntry("SAME", MANY).hasSize(1);
        } finally {
            transaction.executeWithoutResult(tx -> {
                // other tests shall not carry them along; with foreign keys asked for each of them it would take minutes
                jdbc.sql("SET LOCAL session_replication_role = replica").update();
                jdbc.sql("DELETE FROM apusilta.volunteer_external WHERE source = 'kymmenen tuhatta'").update();
                jdbc.sql("DELETE FROM apusilta.volunteer_history h USING apusilta.volunteer v WHERE h.volunteer_id = v.id AND v.family_name LIKE 'Monikkola%'").update();
                jdbc.sql("DELETE FROM apusilta.volunteer_import_row r USING apusilta.volunteer v WHERE r.volunteer_id = v.id AND v.family_name LIKE 'Monikkola%'").update();
                jdbc.sql("DELETE FROM apusilta.volunteer WHERE family_name LIKE 'Monikkola%'").update();
            });
        }
    }

    private static String letters(int n) {
        return Integer.toString(n + 9_999, 26).chars().mapToObj(c -> String.valueOf((char) (c <= '9' ? c - '0' + 'q' : c))).collect(java.util.stream.Collectors.joining());
    }

    @Test
    void aFileOfAHundredMegabytesIsAnsweredWithAPage() throws Exception {
        var part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"suuri.csv\"\r\n\r\n".getBytes();
        var chunk = new byte[1024 * 1024];
        Arrays.fill(chunk, (byte) 'a');
        var all = new ArrayList<byte[]>();
        all.add(part);
        for (int n = 0; n < 100; n++) {
            all.add(chunk);
        }
        all.add("\r\n--x--\r\n".getBytes());
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/volunteers/import")).header("Content-Type", "multipart/form-data; boundary=x")
                .header("Accept", "text/html").POST(HttpRequest.BodyPublishers.ofByteArrays(all)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<main");
    }

    private static String rows(Random random) {
        var rows = new StringBuilder();
        for (int n = random.nextInt(12); n >= 0; n--) {
            rows.append(random.nextInt(40)).append(";Sotku").append(random.nextInt(9)).append(";Rivi").append(random.nextInt(9)).append(";s").append(random.nextInt(99)).append("@postia.example;040")
                    .append(random.nextInt(99_999_999)).append(';').append(1900 + random.nextInt(140)).append(";703;suomi C2;;").append(random.nextBoolean() ? "kyllä" : "ei").append('\n');
        }
        return rows.toString();
    }

    private static byte[] scrambled(byte[] file, Random random) {
        var broken = file.clone();
        for (int n = random.nextInt(6); n > 0; n--) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(broken, 1 + random.nextInt(broken.length)) : broken;
    }

    private static byte[] zipped(String name, byte[] content, String other, byte[] otherContent) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            if (other != null) {
                zip.putNextEntry(new ZipEntry(other));
                var nothing = new byte[1024 * 1024];
                for (int n = 0; n < 210; n++) {
                    zip.write(otherContent == null ? nothing : otherContent);
                }
            }
        }
        return out.toByteArray();
    }

    private String refusal(byte[] file) {
        try {
            book.discard(book.upload("lead", "x", file));
            return "read";
        } catch (FileRefused refused) {
            return refused.code();
        }
    }

    private ImportBook.Import taken(UUID id, String source, boolean doubtful) {
        checked(id, source);
        return run(id, doubtful);
    }

    private ImportBook.Import checked(UUID id, String source) {
        book.map(id, book.find(id).mapping(), source);
        assertThat(runs.check(id, "lead")).isTrue();
        return awaitEnd(id);
    }

    private ImportBook.Import run(UUID id, boolean doubtful) {
        assertThat(runs.run(id, "lead", doubtful)).isTrue();
        return awaitEnd(id);
    }

    private ImportBook.Import awaitEnd(UUID id) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> !book.find(id).state().equals("RUNNING"));
        return book.find(id);
    }

    private List<String> report(UUID id) {
        return book.rows(id, "", 0, 100).stream().map(row -> row.line() + " " + row.outcome() + " " + row.notes()).toList();
    }

    private int people(String family) {
        return jdbc.sql("SELECT count(*) FROM apusilta.volunteer WHERE family_name LIKE ?").param(family).query(Integer.class).single();
    }

    private static String phone(String source) {
        return "040" + Math.abs(source.hashCode() % 10_000_000);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}

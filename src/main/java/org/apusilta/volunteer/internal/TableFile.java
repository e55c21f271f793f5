package org.apusilta.volunteer.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * A CSV or XLSX file as a table of texts. Whoever sends it, it ends within limits: bytes, rows, columns, and what a packed file
 * unpacks to. A formula is never worked out: its cell says {@code =} and the reader of the row refuses it.
 *
 * @param readAs how it was read, such as {@code CSV, UTF-8, ;} @param lines those with anything in them
 */
record TableFile(String readAs, List<String> header, List<Line> lines) {

    static final int LARGEST = 20 * 1024 * 1024;
    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 60;
    private static final int LONGEST_CELL = 2_000;
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int MOST_PARTS = 2_000;
    private static final Pattern MARKS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /** @param number of the row in the file, from 1 */
    record Line(int number, List<String> cells) {}

    /** @throws FileRefused with a code for the sentence that says why */
    static TableFile read(byte[] content) throws FileRefused {
        if (content.length == 0) {
            throw new FileRefused("EMPTY");
        }
        if (content.length > LARGEST) {
            throw new FileRefused("TOO_LARGE", LARGEST / 1024 / 1024);
        }
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K') {
            return workbook(content);
        }
        if (content.length > 8 && (content[0] & 0xff) == 0xd0 && (content[1] & 0xff) == 0xcf) {
            throw new FileRefused("OLD_EXCEL");
        }
        return text(content);
    }

    private static TableFile text(byte[] content) throws FileRefused {
        var read = decoded(content);
        var text = read[1];
        var separator = separator(text);
        var rows = new ArrayList<Line>();
        var format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).setTrailingData(false).setLenientEof(false).get();
        long line = 1;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            for (var record : parser) {
                line = parser.getCurrentLineNumber();
                add(rows, (int) record.getRecordNumber(), record.toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new FileRefused("QUOTE", line);
        }
        return table("CSV, " + read[0] + ", " + (separator == '\t' ? "TAB" : String.valueOf(separator)), rows);
    }

    /** UTF-8 when it is valid, else what Windows writes in Finland; ISO-8859-1 is the same but for signs no name has. */
    private static String[] decoded(byte[] content) throws FileRefused {
        var utf16 = content.length > 1 && ((content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xfe || (content[0] & 0xff) == 0xfe && (content[1] & 0xff) == 0xff);
        for (var charset : utf16 ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1)) {
            try {
                var text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(content)).toString();
                if (text.chars().anyMatch(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t' && sign != '\f')) {
                    throw new FileRefused("NOT_TEXT");
                }
                return new String[] {charset.displayName(), text.startsWith("\uFEFF") ? text.substring(1) : text};
            } catch (CharacterCodingException next) {
                // the next one
            }
        }
        throw new FileRefused("NOT_TEXT");
    }

    /** The sign that parts the first line into the most columns, outside of quotes. */
    private static char separator(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && sign == '\n') {
                if (counts[0] + counts[1] + counts[2] > 0 || i > LONGEST_CELL * MOST_COLUMNS) {
                    break;
                }
            } else if (!quoted && ";,\t".indexOf(sign) >= 0) {
                counts[";,\t".indexOf(sign)]++;
            }
        }
        return counts[0] >= counts[1] && counts[0] >= counts[2] ? ';' : counts[2] >= counts[1] ? '\t' : ',';
    }

    private static TableFile workbook(byte[] content) throws FileRefused {
        unpackable(content);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            var rows = new ArrayList<Line>();
            var sheet = book.getFirstSheet();
            try (var stream = sheet.openStream()) {
                for (var each = stream.iterator(); each.hasNext();) {
                    var row = each.next();
                    add(rows, row.getRowNum(), cells(row));
                }
            }
            return table("XLSX", rows);
        } catch (IOException | RuntimeException broken) {
            // the reader throws whatever it stumbles on; all of it means that this is no workbook
            throw new FileRefused("NOT_A_WORKBOOK");
        }
    }

    /** Unpacks it once without keeping anything: a small file that unpacks to an enormous one ends here, so does one that names others. */
    private static void unpackable(byte[] content) throws FileRefused {
        long unpacked = 0;
        boolean book = false;
        var buffer = new byte[64 * 1024];
        try (var zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
            int parts = 0;
            for (var entry : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw new FileRefused("TOO_MUCH_INSIDE");
                }
                book |= entry.getName().equals("xl/workbook.xml");
                try (var part = zip.getInputStream(entry)) {
                    unpacked += part(part, entry.getName(), buffer, MOST_UNPACKED - unpacked);
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw new FileRefused("BROKEN_ZIP");
        }
        if (!book) {
            throw new FileRefused("NOT_A_WORKBOOK");
        }
    }

    private static long part(InputStream part, String name, byte[] buffer, long most) throws IOException, FileRefused {
        long size = 0;
        int read = part.read(buffer);
        if (read > 0 && (name.endsWith(".xml") || name.endsWith(".rels")) && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
            throw new FileRefused("NOT_A_WORKBOOK");
        }
        while (read > 0) {
            size += read;
            if (size > most) {
                throw new FileRefused("TOO_MUCH_INSIDE");
            }
            read = part.read(buffer);
        }
        return size;
    }

    private static List<String> cells(Row row) throws FileRefused {
        var cells = new ArrayList<String>();
        for (int column = 0; column < row.getCellCount(); column++) {
            var text = row.getOptionalCell(column).map(TableFile::text).orElse("");
            if (column >= MOST_COLUMNS) {
                if (!text.isEmpty()) {
                    throw new FileRefused("TOO_MANY_COLUMNS", MOST_COLUMNS);
                }
            } else {
                cells.add(text);
            }
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
            return "=";
        }
        if (cell.getType() == CellType.NUMBER) {
            return date(cell) ? day(cell) : cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getType() == CellType.BOOLEAN ? String.valueOf(cell.asBoolean()) : cell.getText() == null ? "" : cell.getText();
    }

    private static String day(Cell cell) {
        LocalDate day = cell.asDate().toLocalDate();
        return day.toString();
    }

    private static boolean date(Cell cell) {
        var format = cell.getDataFormatString();
        var id = cell.getDataFormatId();
        return id != null && id >= 14 && id <= 22 || format != null && format.replaceAll("\\[[^]]*]|\"[^\"]*\"|\\\\.", "").matches("(?i).*[yd].*") && !format.equalsIgnoreCase("General");
    }

    private static void add(List<Line> rows, int number, List<String> cells) throws FileRefused {
        if (cells.size() > MOST_COLUMNS && cells.subList(MOST_COLUMNS, cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            throw new FileRefused("TOO_MANY_COLUMNS", MOST_COLUMNS);
        }
        var clean = cells.stream().limit(MOST_COLUMNS).map(TableFile::clean).toList();
        if (clean.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw new FileRefused("CELL_TOO_LONG", number, LONGEST_CELL);
        }
        if (clean.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (rows.size() > MOST_ROWS) {
            throw new FileRefused("TOO_MANY_ROWS", MOST_ROWS);
        }
        rows.add(new Line(number, clean));
    }

    private static String clean(String cell) {
        return MARKS.matcher(Normalizer.normalize(cell, Normalizer.Form.NFC)).replaceAll(" ").strip();
    }

    private static TableFile table(String readAs, List<Line> rows) throws FileRefused {
        if (rows.size() < 2) {
            throw new FileRefused("NO_ROWS");
        }
        var header = rows.get(0).cells();
        var columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        var names = new ArrayList<>(header);
        names.addAll(Collections.nCopies(columns - header.size(), ""));
        return new TableFile(readAs, names, rows.subList(1, rows.size()).stream().map(row -> {
            var cells = new ArrayList<>(row.cells());
            cells.addAll(Collections.nCopies(columns - cells.size(), ""));
            return new Line(row.number(), List.copyOf(cells));
        }).toList());
    }
}

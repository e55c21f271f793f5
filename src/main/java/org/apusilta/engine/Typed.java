package org.apusilta.engine;

/** What people type or send, made fit to be kept: without characters that do nothing but harm, and nothing when nobody could see it. */
public final class Typed {

    /** Blank though Unicode calls them letters, marks or symbols: fillers of Hangul and Khmer, the joiner, the Braille pattern without dots. */
    private static final String INVISIBLE = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private Typed() {}

    /**
     * @param lines whether a text of several lines is meant; else each line break becomes a space
     * @return the text without control characters, marks that turn the writing direction over (a name could
     *     pretend to be another) and invisible characters at its ends; empty when nothing visible is left
     */
    public static String clean(String text, boolean lines) {
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().map(point -> point == '\t' || point == '\n' && !lines ? ' ' : point)
                .filter(point -> point == '\n' || !harmful(point)).forEach(kept::appendCodePoint);
        return trimmed(kept.toString());
    }

    /** @return the words as a form's text shows them: neither markdown, nor HTML, nor a template of the form's own language */
    public static String inForm(String words) {
        var safe = new StringBuilder();
        for (char sign : words.toCharArray()) {
            if ("\\`*_[]<>#+-!|~=.()".indexOf(sign) >= 0) {
                safe.append('\\').append(sign);
            } else if (sign == '{' || sign == '}') {
                safe.append(sign == '{' ? '(' : ')');
            } else {
                safe.append(sign == '\n' ? "  \n" : sign);
            }
        }
        return safe.toString();
    }

    /** @return whether there is nothing in it that a reader would see */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(Typed::invisible);
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && space(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && space(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        var rest = text.substring(from, to);
        return isBlank(rest) ? "" : rest;
    }

    /** Joiners at the end of a word may belong to it; spaces never do. */
    private static boolean space(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == '\u200B' || point == '\uFEFF' || point == '\u2800';
    }

    private static boolean invisible(int point) {
        return space(point) || Character.isISOControl(point) || Character.getType(point) == Character.FORMAT || INVISIBLE.indexOf(point) >= 0
                || point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
    }

    private static boolean harmful(int point) {
        return Character.isISOControl(point) || point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}

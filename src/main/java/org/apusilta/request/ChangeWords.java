package org.apusilta.request;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says old and new of a {@link RequestChanges.Changed} in words; the table keeps codes. */
@Component
public class ChangeWords {

    private final Catalogue catalogue;
    private final MessageSource texts;

    ChangeWords(Catalogue catalogue, MessageSource texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** @param field as in {@link Change} @param codes as kept, several joined by commas */
    public String value(String field, String codes, Locale language) {
        if (codes.isEmpty() || codes.equals("null")) {
            return field.equals("times") ? texts.getMessage("request.change.anyTime", null, language) : "–";
        }
        return switch (field) {
            case "kinds" -> each(codes, code -> catalogue.kind(code).map(kind -> kind.name().in(language)).orElse(code));
            case "district" -> catalogue.district(codes).map(one -> one.name().in(language)).orElse(codes);
            case "times" -> each(codes, slot -> texts.getMessage("matching.slot." + slot, null, slot, language));
            case "languages" -> each(codes, code -> Languages.name(code, language));
            case "hoursPerWeek" -> NumberFormat.getInstance(language).format(Double.parseDouble(codes));
            case "startOn" -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale("en".equals(language.getLanguage()) ? Locale.UK : language).format(LocalDate.parse(codes));
            default -> codes;
        };
    }

    private static String each(String codes, UnaryOperator<String> name) {
        return Stream.of(codes.split(",")).map(name).collect(Collectors.joining(", "));
    }
}

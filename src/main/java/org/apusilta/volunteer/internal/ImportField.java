package org.apusilta.volunteer.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a file can be. The words are headings by which it is proposed; a person has the last word. */
public enum ImportField {
    EXTERNAL_ID("id", "tunnus", "nro", "numero", "asiakasnumero", "henkilönumero", "external id", "externalid", "id-nummer", "nummer", "number"),
    GIVEN_NAME("etunimi", "etunimet", "kutsumanimi", "förnamn", "tilltalsnamn", "given name", "first name", "givenname", "firstname"),
    FAMILY_NAME("sukunimi", "efternamn", "family name", "last name", "surname", "familyname", "lastname"),
    FULL_NAME("nimi", "koko nimi", "namn", "name", "full name"),
    EMAIL("sähköposti", "sähköpostiosoite", "e-post", "epost", "e-postadress", "email", "e-mail"),
    PHONE("puhelin", "puhelinnumero", "puh", "matkapuhelin", "gsm", "telefon", "telefonnummer", "mobil", "phone", "mobile"),
    BIRTH_YEAR("syntymävuosi", "syntymäaika", "synt.", "födelseår", "födelsetid", "född", "birth year", "year of birth", "date of birth", "born"),
    GENDER("sukupuoli", "kön", "gender", "sex"),
    LANGUAGE("asiointikieli", "yhteydenpidon kieli", "kontaktspråk", "kontaktspr.", "language", "contact language"),
    DISTRICT("peruspiiri", "alue", "kaupunginosa", "distrikt", "område", "district", "area"),
    ORGANISATION("järjestö", "yhdistys", "organisaatio", "organisation", "förening", "organization"),
    JOINED_ON("aloituspäivä", "mukana alkaen", "liittynyt", "med sedan", "startdatum", "joined", "since", "start date"),
    LANGUAGES("kielet", "kielitaito", "språk", "språkkunskaper", "languages", "spoken languages"),
    KINDS("tehtävät", "tehtävä", "uppgifter", "uppgift", "kinds", "tasks"),
    INTERESTS("kiinnostukset", "harrastukset", "intressen", "interests", "hobbies"),
    CAPACITY("tehtäviä enintään", "uppdrag högst", "capacity", "places"),
    NEWSLETTER("uutiskirje", "nyhetsbrev", "newsletter"),
    EMAIL_CONSENT("sähköpostilupa", "e-posttillstånd", "e-mail consent", "email consent"),
    SMS_CONSENT("tekstiviestilupa", "sms-lupa", "sms-tillstånd", "sms consent"),
    LETTER_CONSENT("kirjelupa", "brevtillstånd", "letter consent");

    private final List<String> headings;

    ImportField(String... headings) {
        this.headings = List.of(headings);
    }

    /** @return what a column with this heading most likely is */
    public static Optional<ImportField> proposed(String heading) {
        var plain = heading.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
        for (var field : values()) {
            if (field.headings.contains(plain) || field.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(plain)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}

package org.apusilta.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTests {

    @ParameterizedTest
    @CsvSource({"fi,fi,suomi", "sv,en,Swedish", "fse,fi,suomalainen viittomakieli", "fse,sv,finskt teckenspråk", "fse,en,Finnish Sign Language", "rmf,fi,Suomen romanikieli", "xyz,fi,xyz"})
    void everyLanguageSomebodySpeaksHasAName(String code, String reader, String name) {
        assertThat(Languages.name(code, Locale.forLanguageTag(reader))).isEqualTo(name);
    }
}

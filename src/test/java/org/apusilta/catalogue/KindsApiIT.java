package org.apusilta.catalogue;

import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApusiltaTest
class KindsApiIT {

    @Autowired MockMvc http;

    @Test
    void aSystemReadsWhatCanBeAskedFor() throws Exception {
        http.perform(get("/api/kinds").queryParam("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()", greaterThanOrEqualTo(40)))
                .andExpect(jsonPath("$[0].code").value("FRIEND_VISIT"))
                .andExpect(jsonPath("$[0].name").value("Visiting friend"))
                .andExpect(jsonPath("$[0].commitment").value("LONG"))
                .andExpect(jsonPath("$[0].targetGroup").value("OLDER"))
                .andExpect(jsonPath("$[0].belongs").isNotEmpty())
                .andExpect(jsonPath("$[0].excluded").isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-, -, fi", "-, 'sv-FI,sv;q=0.9,en;q=0.8', sv", "-, 'de,en;q=0.5', en", "-, ru, fi", "-, 'a b;;q=x', fi", "sv, fi, sv", "<script>, -, fi"
    })
    void theAnswerSpeaksTheAskersLanguage(String lang, String accepted, String expected) throws Exception {
        var request = get("/api/kinds");
        if (lang != null) {
            request.queryParam("lang", lang);
        }
        if (accepted != null) {
            request.header("Accept-Language", accepted);
        }
        http.perform(request).andExpect(status().isOk()).andExpect(header().string("Content-Language", expected));
    }
}

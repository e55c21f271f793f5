package org.apusilta.volunteer;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApusiltaTest
class VolunteerCardIT {

    @Autowired MockMvc web;
    @Autowired Registered registered;

    @Test
    void theCardShowsWhoSomebodyIsInTheReadersLanguage() throws Exception {
        var id = registered.volunteer("Kortteli", "is");
        web.perform(get("/volunteers/{id}", id).locale(Locale.forLanguageTag("sv")).with(user("coordinator-east").roles("COORDINATOR")))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Kortteli Vesala")))
                .andExpect(content().string(containsString("Med i verksamheten"))).andExpect(content().string(containsString("+358 000 111 222")));
    }

    @Test
    void onlyThoseOfTheDistrictReadIt() throws Exception {
        var id = registered.volunteer("Etelälahti", "is");
        registered.change(id, "UPDATE apusilta.volunteer SET district = '101'");
        web.perform(get("/volunteers/{id}", id).with(user("coordinator-east").roles("COORDINATOR"))).andExpect(status().isForbidden());
        web.perform(get("/volunteers/{id}", id).with(user("manager").roles("MANAGER"))).andExpect(status().isForbidden());
        web.perform(get("/volunteers/{id}", id).with(user("lead").roles("LEAD"))).andExpect(status().isOk());
        web.perform(get("/volunteers/{id}", UUID.randomUUID()).with(user("lead").roles("LEAD"))).andExpect(status().isNotFound());
    }
}

package org.apusilta.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.FormFilling;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The day to go through an agreement again: set when both have confirmed, shown when it comes, moved when it was done. */
@ApusiltaTest
class AgreementReviewsIT extends AgreementCase {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Autowired AgreementReviews reviews;
    @Autowired List<FormFilling> fillings;
    @Autowired MockMvc http;

    @Test
    void nothingIsDueUntilBothHaveConfirmed() throws Exception {
        startProcess();
        complete("finaliseAgreement", "agreementOutcome", "READY");
        assertThat(reviews.next(caseId)).isEmpty();
        assertThat(reviews.due(caseId)).isFalse();
        assertThat(followUpForm(Locale.ENGLISH)).doesNotContain("Review of the agreement");
        review("coordinator-east").andExpect(flash().attribute("problem", "case.problem.reviewed"));
    }

    @Test
    void halfAYearAfterBothConfirmedItIsDueAndTheFollowUpSaysSo() throws Exception {
        confirmed();
        var day = today().plusMonths(6);
        assertThat(reviews.next(caseId)).get().satisfies(r -> {
            assertThat(r.dueOn()).isEqualTo(day);
            assertThat(r.reviewedBy()).isNull();
        });
        assertThat(followUpForm(Locale.ENGLISH)).contains("Review of the agreement:** by " + day.getDayOfMonth() + "/" + day.getMonthValue());
        page("en").andExpect(content().string(containsString("The agreement is to be gone through by "))).andExpect(content().string(not(containsString("It is time to go"))));
        ClockUtil.offset(Duration.ofDays(186).toMillis());
        assertThat(reviews.due(caseId)).isTrue();
        assertThat(followUpForm(Locale.forLanguageTag("fi"))).contains("nyt on aika käydä sopimus läpi");
        assertThat(followUpForm(Locale.forLanguageTag("sv"))).contains("nu är det dags");
        page("fi").andExpect(content().string(containsString("Sopimus pitäisi käydä nyt läpi")));
    }

    @Test
    void whoHasGoneThroughItSetsTheNextDayAndIsNamedInTheTimeline() throws Exception {
        confirmed();
        ClockUtil.offset(Duration.ofDays(186).toMillis());
        review("coordinator-east").andExpect(flash().attribute("said", "case.said.reviewed"));
        assertThat(reviews.due(caseId)).isFalse();
        assertThat(reviews.of(caseId)).hasSize(2).last().satisfies(r -> {
            assertThat(r.reviewedBy()).isEqualTo("coordinator-east");
            assertThat(r.dueOn()).isEqualTo(today().plusMonths(6));
        });
        page("en").andExpect(content().string(containsString("was gone through and stays as it is (version 1)")));
    }

    @Test
    void onlyThoseWhoseDistrictItIsNoteAReview() throws Exception {
        confirmed();
        db.sql("UPDATE apusilta.help_request SET major = '1' WHERE id = ?").param(caseId).update();
        review("coordinator-east").andExpect(status().isForbidden());
        assertThat(reviews.of(caseId)).hasSize(1);
    }

    @Test
    void whatWasSetIsNeverRewrittenAndWhatWasConfirmedNeverTakenAway() {
        confirmed();
        for (var change : List.of("UPDATE apusilta.agreement_review SET due_on = '2099-01-01' WHERE version_id = ?", "DELETE FROM apusilta.agreement_review WHERE version_id = ?",
                "UPDATE apusilta.agreement_version SET instance_id = 'x' WHERE id = ?", "DELETE FROM apusilta.agreement_version WHERE id = ?")) {
            assertThatThrownBy(() -> db.sql(change).param(version().id()).update()).as(change).hasMessageContaining("never changes");
        }
    }

    private void confirmed() {
        startProcess();
        complete("finaliseAgreement", "agreementOutcome", "READY");
        complete("collectConfirmations", "confirmationOutcome", "RECORDED", "clientConfirmedBy", "PHONE", "volunteerConfirmedBy", "PHONE");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HELSINKI);
    }

    private String followUpForm(Locale language) throws Exception {
        var form = (ObjectNode) new ObjectMapper().readTree(Path.of("forms/relationship/follow-up.form").toFile());
        fillings.stream().filter(f -> f.form().equals("relationship/follow-up")).forEach(f -> f.fill(form, caseId, "none", language));
        return form.toString();
    }

    private ResultActions review(String who) throws Exception {
        return http.perform(as(who, post("/cases/{id}/agreement/reviewed", caseId)));
    }

    private ResultActions page(String language) throws Exception {
        return http.perform(as("coordinator-east", get("/cases/{id}", caseId)).header("Accept-Language", language)).andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder as(String who, MockHttpServletRequestBuilder call) {
        return call.with(user(who).roles("COORDINATOR")).with(csrf());
    }
}

package org.apusilta.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The contract other systems read is the one in the repository. After a wanted change: {@code -Dopenapi.write=true}, and look at the diff. */
@ApusiltaTest
class OpenApiIT {

    private static final Path COMMITTED = Path.of("docs", "openapi.yaml");

    @Autowired MockMvc http;

    @Test
    void theCommittedContractIsTheOneWeServe() throws Exception {
        var served = http.perform(get("/v3/api-docs.yaml").with(user("admin").roles("ADMIN"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(served).as("docs/openapi.yaml is stale: run this test with -Dopenapi.write=true").isEqualTo(Files.readString(COMMITTED));
        assertThat(served).contains("/api/requests:", "Idempotency-Key", "consentGiven");
    }
}

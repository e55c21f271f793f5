package org.apusilta;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test on the whole application and a real PostgreSQL, the job executor off. One context for all of them: add nothing
 * (no MockBean, no property) that would make Spring start another. It listens on a free port, because Tasklist and the engine's
 * REST API are servlets beside Spring MVC that MockMvc does not reach.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ExtendWith(Chromium.Shared.class)
@ActiveProfiles("test")
@Import({TestDatabase.class, org.apusilta.journey.Journey.class, org.apusilta.journey.PathsTaken.class, org.apusilta.engine.forms.ServedForms.class,
    org.apusilta.messaging.internal.Postman.class})
@TestExecutionListeners(listeners = RealCsrf.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface ApusiltaTest {}

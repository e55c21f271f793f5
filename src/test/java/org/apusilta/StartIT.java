package org.apusilta;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApusiltaTest
class StartIT {

    @Autowired ProcessEngine engine;

    @Test
    void theEngineStarts() {
        assertThat(engine.getName()).isEqualTo("default");
    }
}

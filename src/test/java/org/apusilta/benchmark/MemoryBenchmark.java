package org.apusilta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.apusilta.journey.Journey;
import org.apusilta.journey.WholeCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Heap in use after full collections when 500 cases have been lived, and when 3,000 have: what is kept in memory for each case shows.
 * One case in twenty lives to the answer after its ending, the others end at screening, or it would take half an hour.
 */
@Benchmark("memory")
@Application
@Import({Journey.class, WholeCase.class, org.apusilta.engine.forms.ServedForms.class})
class MemoryBenchmark {

    private static final int CLIENTS = 4;
    private static final long SEED = 500_004L;
    private static final int WHOLE = 20;
    private static final double MEGA = 1024 * 1024;

    @Autowired WholeCase wholeCase;
    @Autowired JdbcTemplate jdbc;

    @Test
    void aLivedCaseLeavesNothingInMemory() {
        wholeCase.people(5_200, SEED);
        int few = Scale.of(500);
        int many = Scale.of(3_000);
        AtOnce.perSecond(CLIENTS, few, this::live);
        double before = heap();
        AtOnce.perSecond(CLIENTS, many - few, this::live);
        double after = heap();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM apusilta.help_request WHERE outcome IN ('ENDED', 'DECLINED')", Integer.class)).isEqualTo(many);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM act_ru_execution", Integer.class)).as("nothing runs on").isZero();
        var report = new Report("memory", "lived cases", "heap MB");
        report.row(few, before);
        report.row(many, after);
        report.atMost(Figure.of("memory", after, "MB", before), 1.1);
        report.done();
    }

    private void live(int number) {
        if (number / CLIENTS % WHOLE == 0) {
            wholeCase.live();
        } else {
            wholeCase.declined();
        }
    }

    private static double heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed() / MEGA;
    }
}

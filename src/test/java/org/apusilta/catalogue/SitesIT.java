package org.apusilta.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's own SQL, run twice as Flyway does when the file changes, then taken back. */
@ApusiltaTest
class SitesIT {

    @Autowired Sites sites;
    @Autowired Catalogue catalogue;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired DataSource dataSource;

    @Test
    void everySiteOfTheDemoHasANamedContactAndAnotherPersonAsDeputy() {
        inDemo(() -> {
            assertThat(sites.sites()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(site -> {
                assertThat(site.contact().name()).isNotBlank().isNotEqualTo(site.deputy().name());
                assertThat(catalogue.district(site.districtCode())).isPresent();
                assertThat(site.division().sv()).isNotBlank();
            });
            assertThat(sites.sites()).extracting(Site::briefedOn).containsNull();
            assertThat(sites.site("LIBRARY_KALLIO")).get().extracting(site -> site.name().sv()).isEqualTo("Berghälls bibliotek");
            assertThat(sites.site("NOWHERE")).isEmpty();
        });
    }

    @Test
    void seventyEmployeesAnswerForVolunteersAndEachHasADeputyInTheirOwnUnit() {
        inDemo(() -> {
            assertThat(count("SELECT count(*) FROM apusilta.responsible_person")).isEqualTo(70);
            assertThat(count("""
                    SELECT count(*) FROM apusilta.responsible_person p JOIN apusilta.responsible_person d ON d.id = p.deputy_id
                     WHERE d.unit_code = p.unit_code""")).isEqualTo(70);
            assertThat(count("SELECT count(*) FROM apusilta.unit")).isGreaterThanOrEqualTo(20);
        });
    }

    private void inDemo(Runnable test) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            db.sql("SET LOCAL search_path TO apusilta").update();
            var connection = DataSourceUtils.getConnection(dataSource);
            for (int run = 0; run < 2; run++) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/demo/R__units_and_sites.sql"));
            }
            test.run();
        });
    }

    private int count(String sql) {
        return db.sql(sql).query(Integer.class).single();
    }
}

package org.apusilta.engine.words;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** Our filters before Tasklist's and REST's calls into the engine: after the login (201, 202), before the engine. */
@Configuration(proxyBeanMethods = false)
class EngineDoor {

    private static final String[] CALLS = {"/camunda/api/engine/*", "/engine-rest/*"};

    @Bean
    FilterRegistrationBean<WordsFilter> wordsFilter(SubmittedTask tasks, WordsTable words, TransactionOperations transaction, DoorRefusals refusals) {
        var filter = new FilterRegistrationBean<>(new WordsFilter(tasks, words, transaction, refusals));
        filter.addUrlPatterns(CALLS);
        filter.setOrder(210);
        return filter;
    }

    @Bean
    FilterRegistrationBean<FormsOnly> formsOnly(DoorRefusals refusals) {
        var filter = new FilterRegistrationBean<>(new FormsOnly(refusals));
        filter.addUrlPatterns(CALLS);
        filter.setOrder(209);
        return filter;
    }

    @Bean
    FilterRegistrationBean<GivingBack> givingBack() {
        var filter = new FilterRegistrationBean<>(new GivingBack());
        filter.addUrlPatterns(CALLS);
        filter.setOrder(211);
        return filter;
    }
}

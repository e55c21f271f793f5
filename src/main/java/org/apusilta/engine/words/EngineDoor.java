package org.apusilta.engine.words;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** Our filters before Tasklist's and REST's calls into the engine: after the login (201, 202), before the engine. */
@Configuration(proxyBeanMethods = false)
class EngineDoor {

    private static final String[] CALLS = {"/camunda/api/engine/*", "/engine-rest/*"};

    @Bean
    FilterRegistrationBean<WordsFilter> wordsFilter(ProcessEngine engine, WordsTable words, TransactionOperations transaction, MessageSource texts) {
        var filter = new FilterRegistrationBean<>(new WordsFilter(engine, words, transaction, texts));
        filter.addUrlPatterns(CALLS);
        filter.setOrder(210);
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

package org.apusilta.web;

import java.io.IOException;
import java.util.Arrays;
import org.apusilta.engine.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Language, texts and frame for every page. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    HandlerExceptionResolver pagesForErrors() {
        return new PagesForErrors();
    }

    /** After the characters are known to be UTF-8, before the session and the login look at the form. */
    @Bean
    FilterRegistrationBean<TooLargeForms> tooLargeForms() {
        var filter = new FilterRegistrationBean<>(new TooLargeForms());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** Every {@code i18n/<module>_fi.properties} is a bundle, so that a module brings its texts and registers nothing. */
    @Bean
    MessageSource messageSource(ResourcePatternResolver files) throws IOException {
        var bundles = Arrays.stream(files.getResources("classpath:i18n/*_fi.properties"))
                .map(f -> "i18n/" + f.getFilename().replace("_fi.properties", "")).sorted().toArray(String[]::new);
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames(bundles);
        texts.setDefaultEncoding("UTF-8");
        texts.setDefaultLocale(Languages.FINNISH);
        return texts;
    }

    @Bean
    WebMvcConfigurer pages(LocaleResolver languages, ObjectProvider<Accounts> accounts, Environment environment) {
        var demo = environment.acceptsProfiles(Profiles.of("demo"));
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new NoErrorByHand());
                registry.addInterceptor(new LanguageSwitch(languages));
                registry.addInterceptor(new Framing(accounts, demo));
            }
        };
    }
}

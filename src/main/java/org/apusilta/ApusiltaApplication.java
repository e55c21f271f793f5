package org.apusilta;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Apusilta. Which database and which people it meets is decided by the profile (see {@code application.yml}). */
@SpringBootApplication
public class ApusiltaApplication {

    /** @param args Spring Boot arguments, such as {@code --server.port=8081} */
    public static void main(String[] args) {
        SpringApplication.run(ApusiltaApplication.class, args);
    }
}

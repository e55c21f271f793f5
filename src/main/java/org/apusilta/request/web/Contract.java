package org.apusilta.request.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the API's contract. It names no installation, so that the committed file is the same everywhere. */
@Configuration(proxyBeanMethods = false)
class Contract {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Apusilta").version("1").description("Help requests from other systems, and what becomes of them."))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes("basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }
}

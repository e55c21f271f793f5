package org.apusilta.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Serves Tasklist its forms in the reader's language ({@code camunda-forms:/forms/<module>/<name>/<version>}), and with a task
 * id filled for that task. The language is the reader's, as in Tasklist itself.
 */
@Hidden
@RestController
class FormController {

    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");
    private static final String WORD = "[a-z][a-z0-9-]{0,60}";
    private static final String FORM = "/forms/{module:" + WORD + "}/{name:" + WORD + "}/{version:[1-9][0-9]?}";

    private final TaskForms forms;
    private final ReadersTask tasks;

    FormController(TaskForms forms, ReadersTask tasks) {
        this.forms = forms;
        this.tasks = tasks;
    }

    @GetMapping(FORM)
    ResponseEntity<JsonNode> form(@PathVariable String module, @PathVariable String name, @PathVariable int version, HttpServletRequest request) {
        reader(request);
        return answer(forms.empty(module, name, version, language(request)));
    }

    @GetMapping(FORM + "/{taskId:[0-9a-fA-F-]{1,64}}")
    ResponseEntity<JsonNode> form(@PathVariable String module, @PathVariable String name, @PathVariable int version,
            @PathVariable String taskId, HttpServletRequest request) {
        var caseId = tasks.caseOf(taskId, reader(request)).orElseThrow(FormController::notFound);
        return answer(forms.filled(module, name, version, caseId, taskId, language(request)));
    }

    private static ResponseEntity<JsonNode> answer(Optional<ObjectNode> form) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(form.orElseThrow(FormController::notFound));
    }

    private static String reader(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteUser()).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }

    /** @return the language chosen on our pages, else the browser's: Tasklist's scripts/config.js has the same rule */
    static Locale language(HttpServletRequest request) {
        var language = RequestContextUtils.getLocale(request).getLanguage();
        return Locale.forLanguageTag(LANGUAGES.contains(language) ? language : "fi");
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

package org.apusilta.casefile.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.casefile.internal.AskedTasks;
import org.apusilta.casefile.process.AdHocTaskProcess;
import org.apusilta.engine.FormFilling;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows in the form of an ad-hoc task what was asked, as plain text: the words themselves never were in the engine. */
@Component
class AdHocTaskForm implements FormFilling {

    private final AdHocTaskProcess process;
    private final AskedTasks asked;
    private final MessageSource texts;

    AdHocTaskForm(AdHocTaskProcess process, AskedTasks asked, MessageSource texts) {
        this.process = process;
        this.asked = asked;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "casefile/do-ad-hoc-task";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        process.instanceOf(taskId).flatMap(asked::behind).ifPresent(task -> form.get("components").forEach(component -> {
            if (component.path("id").asText().equals("whatWasAsked")) {
                ((ObjectNode) component).put("text", "**" + texts.getMessage("casefile.adHoc." + task.kind(), null, language) + "** ("
                        + plain(task.askedBy()) + ")\n\n" + plain(task.what()));
            }
        }));
    }

    /** Neither markdown, nor HTML, nor a template of the form's own language. */
    static String plain(String words) {
        var safe = new StringBuilder();
        for (char sign : words.toCharArray()) {
            if ("\\`*_[]<>#+-!|~=.()".indexOf(sign) >= 0) {
                safe.append('\\').append(sign);
            } else if (sign == '{' || sign == '}') {
                safe.append(sign == '{' ? '(' : ')');
            } else {
                safe.append(sign == '\n' ? "  \n" : sign);
            }
        }
        return safe.toString();
    }
}

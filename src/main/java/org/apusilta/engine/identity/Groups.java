package org.apusilta.engine.identity;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The engine's groups: one of coordinators per major district, one per other role; named in the working language. */
@Component
public class Groups {

    /** Major districts of the city, as in the catalogue. */
    public static final List<String> COORDINATORS = IntStream.rangeClosed(1, 8).mapToObj(major -> "coordinators-" + major).toList();
    public static final String LEADS = "leads";
    public static final String MANAGERS = "managers";
    public static final String ADMINS = "admins";
    public static final String SOCIAL_WORKERS = "social-workers";

    /** All there are. */
    public static final List<String> ALL = Stream.concat(COORDINATORS.stream(), Stream.of(LEADS, MANAGERS, ADMINS, SOCIAL_WORKERS)).toList();

    private final MessageSource texts;
    private final Locale language;

    Groups(MessageSource texts, @Value("${apusilta.language}") String language) {
        this.texts = texts;
        this.language = Locale.forLanguageTag(language);
    }

    List<Group> all() {
        return ALL.stream().map(this::group).toList();
    }

    /** @return whether the engine has this group */
    public boolean known(String id) {
        return ALL.contains(id);
    }

    private Group group(String id) {
        var group = new GroupEntity(id);
        group.setName(texts.getMessage("engine.group." + id, null, id, language));
        group.setType("WORKFLOW");
        return group;
    }
}

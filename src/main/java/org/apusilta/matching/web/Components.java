package org.apusilta.matching.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/** Finds fields in a form-js schema. */
final class Components {

    private Components() {}

    /** @throws java.util.NoSuchElementException when the form has no such field: a test holds drawings, forms and this together */
    static ObjectNode field(ObjectNode form, String key) {
        return StreamSupport.stream(form.get("components").spliterator(), false)
                .filter(component -> key.equals(component.path("key").asText())).map(ObjectNode.class::cast).findFirst().orElseThrow();
    }

    /** @return what only shows something, by its id */
    static ObjectNode text(ObjectNode form, String id) {
        return StreamSupport.stream(form.get("components").spliterator(), false)
                .filter(component -> id.equals(component.path("id").asText())).map(ObjectNode.class::cast).findFirst().orElseThrow();
    }
}

package org.apusilta.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class OverlayTests {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void labelsDescriptionsOptionsAndTextsChangeAndNothingElse() throws Exception {
        var form = form("""
                {"components":[
                  {"type":"text","id":"intro","text":"Read it"},
                  {"type":"radio","id":"r","key":"outcome","label":"Your decision","description":"You decide",
                   "values":[{"label":"Yes","value":"YES"},{"label":"No","value":"NO"}],"validate":{"required":true}},
                  {"type":"group","id":"more","label":"More","components":[
                    {"type":"number","id":"n","key":"hours","label":"Hours","appearance":{"suffixAdorner":"per week"}}]}]}""");
        Overlay.put(form, json.readTree("""
                {"outcome":{"label":"Päätöksesi","options":{"YES":"Kyllä"}},
                 "hours":{"label":"Tunnit","suffix":"viikossa"},
                 "texts":{"intro":"Lue se","more":"Lisää"}}"""));
        assertThat(form).isEqualTo(form("""
                {"components":[
                  {"type":"text","id":"intro","text":"Lue se"},
                  {"type":"radio","id":"r","key":"outcome","label":"Päätöksesi","description":"You decide",
                   "values":[{"label":"Kyllä","value":"YES"},{"label":"No","value":"NO"}],"validate":{"required":true}},
                  {"type":"group","id":"more","label":"Lisää","components":[
                    {"type":"number","id":"n","key":"hours","label":"Tunnit","appearance":{"suffixAdorner":"viikossa"}}]}]}"""));
    }

    @Test
    void anOverlayForFieldsThatAreGoneDoesNoHarm() throws Exception {
        var form = form("{\"components\":[{\"type\":\"checkbox\",\"id\":\"c\",\"key\":\"settled\",\"label\":\"Settled\"}]}");
        var before = form.deepCopy();
        Overlay.put(form, json.readTree("{\"gone\":{\"label\":\"x\"},\"texts\":{\"gone\":\"x\"}}"));
        assertThat(form).isEqualTo(before);
    }

    private ObjectNode form(String text) throws JsonProcessingException {
        return (ObjectNode) json.readTree(text);
    }
}

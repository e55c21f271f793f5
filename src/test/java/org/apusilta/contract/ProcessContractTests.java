package org.apusilta.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.api.Test;

/** What DESIGN.md asks of every drawing, checked on the files themselves. A word stands in three places; here they meet. */
class ProcessContractTests {

    /** Steps that only write our own rows in the engine's transaction: nothing can fail that a retry would mend. */
    private static final Set<String> PURE_DATABASE_STEPS = Set.of("sortBorder", "recordBorder",
            "draftAgreement", "recordConfirmations", "checkFitness", "sealAgreement", "abandonAgreement", "recordClientAnswer", "releaseVolunteer", "planVisit", "openCareRound", "setThanksAside",
            "readAssessments", "closeCheck", "recordCheckConsent", "recordCheck", "readTrainingNeeds", "reviewTrainings", "draftCityAgreement", "recordCityConfirmation", "dropCityAgreement");

    private static final Pattern LOWER_CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern PASCAL = Pattern.compile("[A-Z][a-zA-Z0-9]*");
    private static final Pattern DEADLINE = Pattern.compile("workdays\\.due\\(execution, '(\\w+)'\\)");

    @Test
    void aProcessIsNamedLikeItsFileAgesAndIsNotStartedByHand() {
        assertSoftly(softly -> Models.drawings().forEach((file, model) -> {
            Process process = Models.process(model);
            softly.assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString()).matches("[a-z]+(-[a-z]+)*\\.bpmn");
            softly.assertThat(process.getCamundaHistoryTimeToLiveString()).as(process.getId()).isEqualTo("P180D");
            softly.assertThat(process.isCamundaStartableInTasklist()).as(process.getId()).isFalse();
            softly.assertThat(process.getDocumentations()).as(process.getId() + " says what it is for").isNotEmpty();
        }));
    }

    @Test
    void elementsAreLowerCamelCaseAndNamed() {
        assertSoftly(softly -> Models.every(FlowNode.class).forEach(node -> {
            softly.assertThat(node.getId()).matches(LOWER_CAMEL);
            softly.assertThat(node.getName()).as(node.getId() + " has a label").isNotBlank();
            if (node instanceof ExclusiveGateway) {
                softly.assertThat(node.getName()).as(node.getId() + " asks").endsWith("?");
            }
        }));
    }

    @Test
    void aServiceTaskItsBeanAndItsClassAreOneWord() {
        var seen = new HashSet<String>();
        assertSoftly(softly -> Models.drawings().forEach((file, model) -> model.getModelElementsByType(ServiceTask.class).forEach(task -> {
            var id = task.getId();
            softly.assertThat(seen.add(id)).as(id + " is unique across processes/").isTrue();
            softly.assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + id + "}");
            softly.assertThat(task.getCamundaClass()).as(id).isNull();
            softly.assertThat(task.getCamundaExpression()).as(id).isNull();
            var module = file.getParent().getFileName();
            var type = "org.apusilta." + module + ".process." + Character.toUpperCase(id.charAt(0)) + id.substring(1);
            softly.assertThatCode(() -> assertThat(JavaDelegate.class).isAssignableFrom(Class.forName(type))).as(type).doesNotThrowAnyException();
            softly.assertThat(task.isCamundaAsyncBefore()).as(id + " is a save point, unless it only writes our rows")
                    .isEqualTo(!PURE_DATABASE_STEPS.contains(id));
        })));
    }

    @Test
    void noDelegateStandsWithoutItsTask() throws Exception {
        var ids = Models.every(ServiceTask.class).stream().map(ServiceTask::getId).collect(Collectors.toSet());
        var delegates = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().contains("/process/") && f.toString().endsWith(".java")).toList()) {
                if (Models.read(file).contains("implements JavaDelegate")) {
                    var name = file.getFileName().toString().replace(".java", "");
                    delegates.add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
                }
            }
        }
        assertThat(delegates).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aUserTaskHasFormOwnersDeadlinePriorityWordsAndASavePoint() throws Exception {
        var deadlines = Models.read(Path.of("processes/request/deadlines.dmn"));
        assertSoftly(softly -> Models.drawings().forEach((file, model) -> model.getModelElementsByType(UserTask.class).forEach(task -> {
            var id = task.getId();
            var module = file.getParent().getFileName().toString();
            var kebab = id.replaceAll("([A-Z])", "-$1").toLowerCase();
            softly.assertThat(task.getCamundaFormKey()).as(id).matches("camunda-forms:/forms/" + module + "/" + kebab + "/\\d+(/\\$\\{task\\.id})?");
            softly.assertThat(Path.of("forms", module, kebab + ".form")).exists();
            var configured = id.equals("doAdHocTask");   // by DMN taskConfig: the same three, out of a table
            softly.assertThat(task.getCamundaCandidateGroups()).as(id).isEqualTo(configured
                    ? "${taskTeam == 'LEADS' ? 'leads' : 'coordinators-'.concat(majorDistrict)}" : module.equals("operations") ? "admins" : "coordinators-${majorDistrict}");
            var promised = id.equals("callWaitingClient");   // its deadline is what the client was promised, by DMN waitingCare
            softly.assertThat(task.getCamundaDueDate()).as(id).isEqualTo(configured ? "${workdays.due(execution, taskDeadline)}"
                    : promised ? "${workdays.at(promisedContact, 16)}" : "${workdays.due(execution)}");
            softly.assertThat(deadlines.contains("<text>\"" + id + "\"</text>")).as(id + " has its deadline").isNotEqualTo(promised);
            softly.assertThat(task.getCamundaPriority()).as(id).isEqualTo(configured ? "${taskPriority}" : "${workdays.priority(execution)}");
            softly.assertThat(task.isCamundaAsyncAfter()).as(id + " keeps what was typed").isTrue();
            softly.assertThat(task.getDocumentations()).as(id + " says what it is for").isNotEmpty();
            for (String language : List.of("fi", "sv", "en")) {
                var texts = texts("i18n/tasks_" + language + ".properties");
                var key = Models.process(model).getId() + "." + id;
                softly.assertThat(texts.getProperty(key + ".name")).as(key + ".name in " + language).isNotBlank();
                softly.assertThat(texts.getProperty(key + ".description")).as(key + ".description in " + language).isNotBlank();
            }
        })));
    }

    @Test
    void everyDeadlineOfTheTaskConfigurationIsInTheDeadlineTable() {
        var deadlines = Models.read(Path.of("processes/request/deadlines.dmn"));
        assertThat(Models.variables().get("adhoc-task").get("taskDeadline").split(" ")[1].split("\\|"))
                .allSatisfy(key -> assertThat(deadlines).contains("<text>\"" + key + "\"</text>"));
    }

    @Test
    void everyGatewayHasADefaultFlowToAPerson() {
        assertSoftly(softly -> Models.every(ExclusiveGateway.class).forEach(gateway -> {
            var byDefault = gateway.getDefault();
            softly.assertThat(byDefault).as(gateway.getId() + " has a default flow").isNotNull();
            if (byDefault != null) {
                softly.assertThat(reachesAPersonFirst(byDefault.getTarget(), new HashSet<>())).as(gateway.getId() + " leads to a person").isTrue();
            }
        }));
    }

    private static boolean reachesAPersonFirst(FlowNode node, Set<String> been) {
        if (node instanceof UserTask || !been.add(node.getId())) {
            return true;
        }
        if (node instanceof ExclusiveGateway gateway && gateway.getDefault() != null) {
            return reachesAPersonFirst(gateway.getDefault().getTarget(), been);   // what is not foreseen goes its default, too
        }
        if (node instanceof CallActivity call) {
            var called = Models.drawings().values().stream().filter(m -> Models.process(m).getId().equals(call.getCalledElement())).findFirst().orElseThrow();
            var start = called.getModelElementsByType(StartEvent.class).stream().filter(s -> s.getParentElement() instanceof Process).findFirst().orElseThrow();
            if (reachesAPersonFirst(start, been)) {
                return true;
            }
        }
        var next = node.getOutgoing().stream().map(SequenceFlow::getTarget).toList();
        return !next.isEmpty() && next.stream().allMatch(n -> reachesAPersonFirst(n, been));
    }

    @Test
    void messagesAreFactsThatSomeProcessClassCorrelates() throws Exception {
        var code = new StringBuilder();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            files.filter(f -> f.toString().endsWith("Process.java")).forEach(f -> code.append(Models.read(f)));
        }
        assertSoftly(softly -> Models.every(Message.class).forEach(message -> {
            softly.assertThat(message.getName()).matches(PASCAL);
            softly.assertThat(code.toString()).as("a …Process class names the message").contains("\"" + message.getName() + "\"");
        }));
    }

    @Test
    void timersReadTheDeadlineTable() {
        var deadlines = Models.read(Path.of("processes/request/deadlines.dmn"));
        assertSoftly(softly -> Models.every(TimerEventDefinition.class).forEach(timer -> {
            if (timer.getTimeCycle() != null) {   // what comes round begins a process and lives in none
                softly.assertThat(timer.getParentElement()).as(timer.getId()).isInstanceOf(StartEvent.class);
                softly.assertThat(timer.getTimeCycle().getTextContent()).isEqualTo("${workdays.everyMorning()}");
                return;
            }
            softly.assertThat(timer.getTimeDate()).as(timer.getId() + " is a date, not a duration or cycle").isNotNull();
            var expression = timer.getTimeDate().getTextContent();
            softly.assertThat(expression).as(timer.getId()).matches("\\$\\{(workdays|waitingTimes)\\..*");
            var named = DEADLINE.matcher(expression);
            if (named.find()) {
                softly.assertThat(deadlines).contains("<text>\"" + named.group(1) + "\"</text>");
            }
        }));
    }

    @Test
    void calledProcessesCarryTheBusinessKeyAndOnlyPermittedVariables() {
        var keys = Models.drawings().values().stream().map(m -> Models.process(m).getId()).toList();
        assertSoftly(softly -> Models.drawings().values().forEach(model -> model.getModelElementsByType(CallActivity.class).forEach(call -> {
            softly.assertThat(keys).contains(call.getCalledElement());
            softly.assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
            var parent = Models.variables().get(Models.process(model).getId());
            var child = Models.variables().get(call.getCalledElement());
            var ins = call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
            softly.assertThat(ins.stream().filter(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()))).as(call.getId()).hasSize(1);
            ins.stream().filter(in -> in.getCamundaSource() != null).forEach(in -> {
                softly.assertThat(parent).containsKey(in.getCamundaSource());
                softly.assertThat(child.get(in.getCamundaTarget())).isEqualTo(parent.get(in.getCamundaSource()));
            });
            call.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list().forEach(out ->
                    softly.assertThat(parent.get(out.getCamundaTarget())).isEqualTo(child.get(out.getCamundaSource())));
        })));
    }

    @Test
    void noScriptsAnywhere() {
        assertThat(Models.every(ScriptTask.class)).isEmpty();
        Models.files(".bpmn").forEach(f -> assertThat(Models.read(f)).doesNotContain("camunda:script", "scriptFormat", "camunda:class", "formRef"));
    }

    @Test
    void everyBoundaryEventLeadsSomewhere() {
        Models.every(BoundaryEvent.class).forEach(event -> assertThat(event.getOutgoing()).as(event.getId()).hasSize(1));
    }

    private static Properties texts(String resource) {
        var texts = new Properties();
        try (var in = ProcessContractTests.class.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                texts.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }

    /** Where a move is planned and a fault is told of, in {@code /versions}. */
    @Test
    void everyProcessAndEveryStepHasItsNameInTheReadersLanguage() throws IOException {
        var texts = new Properties();
        for (var bundle : List.of("operations", "casefile", "tasks")) {
            try (var in = Files.newBufferedReader(Path.of("src/main/resources/i18n", bundle + "_fi.properties"))) {
                texts.load(in);
            }
        }
        assertSoftly(softly -> Models.drawings().values().forEach(model -> {
            var process = Models.process(model).getId();
            softly.assertThat(texts).containsKey("operations.process." + process);
            model.getModelElementsByType(FlowNode.class).stream()
                    .filter(node -> node instanceof Activity || node instanceof BoundaryEvent || node instanceof IntermediateCatchEvent || node instanceof EventBasedGateway)
                    .forEach(node -> softly.assertThat(List.of(process + "." + node.getId() + ".name", "casefile.step." + node.getId(), "operations.step." + node.getId()))
                            .as("one of them has a text").anyMatch(texts::containsKey));
        }));
    }
}

package org.apusilta.drawing;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** What makes a drawing readable (DESIGN.md, Process rules), as complaints that name the element. */
final class ReadingRules {

    private static final double WIDEST = 1700;
    private static final double HIGHEST = 950;

    private final Diagram diagram;
    private final List<String> complaints = new ArrayList<>();

    private ReadingRules(Diagram diagram) {
        this.diagram = diagram;
    }

    static List<String> complaints(Diagram diagram) {
        var rules = new ReadingRules(diagram);
        rules.everythingIsDrawn();
        rules.everythingIsNamed();
        rules.shapesLieApart();
        rules.flowsGoAroundShapes();
        rules.flowsDoNotCross();
        rules.flowsMeetTheirEnds();
        rules.labelsLieFree();
        rules.leftToRight();
        rules.fitsOneScreen();
        return rules.complaints;
    }

    private void everythingIsDrawn() {
        for (var element : diagram.elements) {
            boolean drawn = diagram.nodes.containsKey(element) || diagram.flows.stream().anyMatch(flow -> flow.flow().equals(element));
            if ((element instanceof FlowNode || element instanceof SequenceFlow) && !drawn) {
                complain("%s is not drawn", element);
            }
        }
    }

    private void everythingIsNamed() {
        for (var node : diagram.nodes.keySet()) {
            boolean join = node instanceof Gateway && node.getOutgoing().size() == 1;
            if (!join && blank(node)) {
                complain("%s has no label", node);
            }
            if (node instanceof Gateway && !join) {
                node.getOutgoing().stream().filter(ReadingRules::blank).forEach(flow -> complain("%s has no answer on it", flow));
            }
        }
    }

    private void shapesLieApart() {
        var nodes = List.copyOf(diagram.nodes.keySet());
        for (int i = 0; i < nodes.size(); i++) {
            for (var other : nodes.subList(i + 1, nodes.size())) {
                if (Diagram.within(nodes.get(i), other) && !diagram.nodes.get(other).contains(diagram.nodes.get(nodes.get(i)))) {
                    complain("%s sticks out of %s", nodes.get(i), other);
                } else if (!Diagram.belongTogether(nodes.get(i), other)
                        && diagram.nodes.get(nodes.get(i)).overlaps(diagram.nodes.get(other))) {
                    complain("%s overlaps %s", nodes.get(i), other);
                }
            }
        }
    }

    private void flowsGoAroundShapes() {
        for (var flow : diagram.flows) {
            diagram.nodes.forEach((node, box) -> {
                boolean own = node.equals(flow.flow().getSource()) || node.equals(flow.flow().getTarget());
                boolean around = node instanceof SubProcess && Diagram.within(flow.flow(), node);
                if (!own && !around && flow.lines().stream().anyMatch(box::crossedBy)) {
                    complain("%s runs through %s", flow.flow(), node);
                }
            });
        }
    }

    private void flowsDoNotCross() {
        for (int i = 0; i < diagram.flows.size(); i++) {
            for (var other : diagram.flows.subList(i + 1, diagram.flows.size())) {
                var flow = diagram.flows.get(i);
                if (flow.lines().stream().anyMatch(line -> other.lines().stream().anyMatch(against -> cross(line, against)))) {
                    complain("%s crosses %s", flow.flow(), other.flow());
                }
            }
        }
    }

    /** Lines that end on one another merge; that is allowed. */
    private static boolean cross(Line2D one, Line2D other) {
        return one.intersectsLine(other)
                && one.ptSegDist(other.getP1()) > 1 && one.ptSegDist(other.getP2()) > 1
                && other.ptSegDist(one.getP1()) > 1 && other.ptSegDist(one.getP2()) > 1;
    }

    private void flowsMeetTheirEnds() {
        for (var drawn : diagram.flows) {
            var from = drawn.lines().get(0).getP1();
            var to = drawn.lines().get(drawn.lines().size() - 1).getP2();
            var source = diagram.nodes.get(drawn.flow().getSource());
            var target = diagram.nodes.get(drawn.flow().getTarget());
            if (source != null && !source.touches(from.getX(), from.getY()) || target != null && !target.touches(to.getX(), to.getY())) {
                complain("%s does not begin or end on its shape", drawn.flow());
            }
        }
    }

    private void labelsLieFree() {
        diagram.labels.forEach((element, label) -> {
            diagram.nodes.forEach((node, box) -> {
                boolean around = node instanceof SubProcess && Diagram.within(element, node);
                if (!node.equals(element) && !around && box.overlaps(label)) {
                    complaints.add("label of " + element.getId() + " lies on " + node.getId());
                }
            });
            diagram.labels.forEach((other, box) -> {
                if (element.getId().compareTo(other.getId()) < 0 && box.overlaps(label)) {
                    complaints.add("label of " + element.getId() + " lies on the label of " + other.getId());
                }
            });
        });
    }

    /** Loops go back; seven of ten flows do not. */
    private void leftToRight() {
        long back = diagram.flows.stream().filter(drawn -> drawn.flow().getTarget() != null
                && !(drawn.flow().getSource() instanceof BoundaryEvent)
                && middle(drawn.flow().getTarget()) < middle(drawn.flow().getSource()) - 1).count();
        if (back > Math.max(3, diagram.flows.size() * 3 / 10)) {
            complaints.add(back + " of " + diagram.flows.size() + " flows run from right to left");
        }
    }

    private double middle(FlowNode node) {
        var box = diagram.nodes.get(node);
        return box == null ? 0 : box.middle();
    }

    private void fitsOneScreen() {
        var extent = diagram.extent();
        if (extent.width() > WIDEST || extent.height() > HIGHEST) {
            complaints.add("the drawing is " + extent.width() + " x " + extent.height() + " pixels: more than one screen");
        }
    }

    private static boolean blank(FlowElement element) {
        return element.getName() == null || element.getName().isBlank();
    }

    private void complain(String sentence, FlowElement... elements) {
        complaints.add(sentence.formatted(java.util.Arrays.stream(elements).map(FlowElement::getId).toArray()));
    }
}

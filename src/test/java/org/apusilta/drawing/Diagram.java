package org.apusilta.drawing;

import java.awt.geom.Line2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/** What is drawn where: the shapes, lines and labels of one BPMN file. */
final class Diagram {

    /** A sequence flow as drawn. */
    record Flow(SequenceFlow flow, List<Line2D> lines) {}

    final List<FlowElement> elements;
    final Map<FlowNode, Box> nodes = new LinkedHashMap<>();
    final List<Flow> flows = new ArrayList<>();
    final Map<BaseElement, Box> labels = new LinkedHashMap<>();

    private Diagram(Path file) {
        var model = Bpmn.readModelFromFile(file.toFile());
        elements = List.copyOf(model.getModelElementsByType(FlowElement.class));
        for (var shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowNode node) {
                nodes.put(node, box(shape.getBounds()));
            }
            label(shape.getBpmnElement(), shape.getBpmnLabel() == null ? null : shape.getBpmnLabel().getBounds());
        }
        for (var edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                flows.add(new Flow(flow, lines(edge)));
                label(flow, edge.getBpmnLabel() == null ? null : edge.getBpmnLabel().getBounds());
            }
        }
    }

    static Diagram of(Path file) {
        return new Diagram(file);
    }

    /** @return whether one is meant to lie on the other: a subprocess and what is in it, a boundary event and its host */
    static boolean belongTogether(FlowNode one, FlowNode other) {
        return within(one, other) || within(other, one) || sits(one, other) || sits(other, one);
    }

    private static boolean sits(FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary
                && (boundary.getAttachedTo().equals(host) || within(boundary.getAttachedTo(), host));
    }

    static boolean within(BaseElement inner, BaseElement outer) {
        for (var parent = inner.getParentElement(); parent instanceof SubProcess; parent = parent.getParentElement()) {
            if (parent.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** @return the smallest box around all shapes and lines */
    Box extent() {
        double left = nodes.values().stream().mapToDouble(Box::x).min().orElse(0);
        double top = nodes.values().stream().mapToDouble(Box::y).min().orElse(0);
        double right = nodes.values().stream().mapToDouble(Box::right).max().orElse(0);
        double bottom = nodes.values().stream().mapToDouble(Box::bottom).max().orElse(0);
        return new Box(left, top, right - left, bottom - top);
    }

    private void label(@Nullable BaseElement element, @Nullable Bounds bounds) {
        if (element instanceof FlowElement named && named.getName() != null && bounds != null) {
            labels.put(element, box(bounds));
        }
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static List<Line2D> lines(BpmnEdge edge) {
        var points = List.copyOf(edge.getWaypoints());
        var lines = new ArrayList<Line2D>();
        for (int i = 1; i < points.size(); i++) {
            lines.add(new Line2D.Double(points.get(i - 1).getX(), points.get(i - 1).getY(), points.get(i).getX(), points.get(i).getY()));
        }
        return lines;
    }
}

package org.apusilta.drawing;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A rectangle of the drawing, in pixels. */
record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return x + width / 2;
    }

    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    boolean contains(Box other) {
        return x <= other.x && other.right() <= right() && y <= other.y && other.bottom() <= bottom();
    }

    /** @return whether the line runs through the inside; touching the border is not crossing */
    boolean crossedBy(Line2D line) {
        return line.intersects(new Rectangle2D.Double(x + 2, y + 2, width - 4, height - 4));
    }

    /** @return whether the point lies on the border, within a few pixels */
    boolean touches(double px, double py) {
        boolean near = px > x - 5 && px < right() + 5 && py > y - 5 && py < bottom() + 5;
        boolean deepInside = px > x + 5 && px < right() - 5 && py > y + 5 && py < bottom() - 5;
        return near && (!deepInside || width < 60);
    }
}

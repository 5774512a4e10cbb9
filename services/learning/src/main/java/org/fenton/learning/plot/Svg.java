package org.fenton.learning.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes an SVG document element by element; text is escaped, coordinates have at most one decimal. */
final class Svg {
    private final StringBuilder xml = new StringBuilder();

    /** A point or a vector. */
    record Point(double x, double y) {
        Point plus(Point other, double times) {
            return new Point(x + other.x * times, y + other.y * times);
        }

        /** The vector of length 1 from here to {@code other}. */
        Point towards(Point other) {
            double length = Math.hypot(other.x - x, other.y - y);
            return length == 0 ? new Point(1, 0) : new Point((other.x - x) / length, (other.y - y) / length);
        }
    }

    /** @param corner radius of the corners */
    record Box(double x, double y, double width, double height, double corner) {}

    /** Opens the document; {@code title} and {@code description} are what a screen reader says. */
    Svg(double width, double height, String title, String description) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" role=\"img\" aria-labelledby=\"title desc\">\n");
        xml.append("<title id=\"title\">").append(escaped(title)).append("</title>\n");
        xml.append("<desc id=\"desc\">").append(escaped(description)).append("</desc>\n");
        xml.append("<style>").append(Ink.STYLE).append("</style>\n");
        box(new Box(0, 0, width, height, 0), "page");
    }

    /** Begins a group whose tooltip and spoken name is {@code title}. */
    Svg group(String title) {
        xml.append("<g><title>").append(escaped(title)).append("</title>\n");
        return this;
    }

    Svg groupAt(Point origin) {
        xml.append("<g transform=\"translate(").append(at(origin)).append(")\">\n");
        return this;
    }

    Svg end() {
        xml.append("</g>\n");
        return this;
    }

    Svg text(Point at, String style, String text) {
        xml.append("<text").append(xy(at)).append(" class=\"").append(style).append("\">");
        xml.append(escaped(text)).append("</text>\n");
        return this;
    }

    Svg box(Box box, String style) {
        return filledBox(box, style, "");
    }

    /** A box with a fill of its own, such as {@code #e69138}; the style gives the rest. */
    Svg filledBox(Box box, String style, String fill) {
        xml.append("<rect").append(xy(new Point(box.x(), box.y())));
        xml.append(" width=\"").append(number(box.width()));
        xml.append("\" height=\"").append(number(box.height()));
        if (box.corner() > 0) {
            xml.append("\" rx=\"").append(number(box.corner()));
        }
        xml.append("\" class=\"").append(style).append('"');
        if (!fill.isEmpty()) {
            xml.append(" fill=\"").append(fill).append('"');
        }
        xml.append("/>\n");
        return this;
    }

    Svg circle(Point centre, double radius, String style) {
        xml.append("<circle cx=\"").append(number(centre.x()));
        xml.append("\" cy=\"").append(number(centre.y()));
        xml.append("\" r=\"").append(number(radius));
        xml.append("\" class=\"").append(style).append("\"/>\n");
        return this;
    }

    Svg line(Point from, Point to, String style) {
        return path("M" + at(from) + "L" + at(to), style);
    }

    /** @param data of a path, made of {@link #at} */
    Svg path(String data, String style) {
        xml.append("<path d=\"")
                .append(data)
                .append("\" class=\"")
                .append(style)
                .append("\"/>\n");
        return this;
    }

    /** The whole document; nothing may be added after it. */
    String document() {
        return xml.append("</svg>\n").toString();
    }

    static String at(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    private static String xy(Point point) {
        return " x=\"" + number(point.x()) + "\" y=\"" + number(point.y()) + "\"";
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** XML text; characters that XML 1.0 cannot hold become a replacement character. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                    boolean allowed = c == '\t'
                            || c == '\n'
                            || c == '\r'
                            || c >= 0x20 && c <= 0xD7FF
                            || c >= 0xE000 && c <= 0xFFFD
                            || c >= 0x10000;
                    safe.appendCodePoint(allowed ? c : 0xFFFD);
                }
            }
        });
        return safe.toString();
    }

    /** A number with its sign, two decimals and a true minus: +1.20, −0.35. */
    static String signed(double value) {
        String text = String.format(Locale.ROOT, "%+.2f", value);
        return text.equals("-0.00") ? "+0.00" : text.replace('-', '\u2212');
    }

    /** The text, cut with an ellipsis where it is longer than {@code length}. */
    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "\u2026";
    }
}

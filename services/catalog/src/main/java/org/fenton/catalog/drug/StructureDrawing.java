package org.fenton.catalog.drug;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.vecmath.Point2d;
import javax.vecmath.Vector2d;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.layout.StructureDiagramGenerator;

/**
 * A structure as SVG: CDK finds the places of the atoms, bonds are lines, atoms other than carbon are written. It needs no
 * fonts of the machine, so that the same structure is the same drawing everywhere.
 */
final class StructureDrawing {
    private static final double SCALE = 20;
    private static final double MARGIN = 22;
    private static final double CLEAR = 8.5;
    private static final double APART = 2.6;
    private static final double WEDGE = 3.4;
    private static final double HALF_LETTER = 5.2;
    private static final int RAISED = -5;
    private static final int LOWERED = 3;

    private final StringBuilder shapes = new StringBuilder();
    private final IAtomContainer molecule;
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;

    private StructureDrawing(IAtomContainer molecule) {
        this.molecule = molecule;
    }

    /** @throws IllegalArgumentException when CDK cannot read or lay out the structure */
    static String svg(String smiles) {
        IAtomContainer molecule = Structure.parse(smiles);
        try {
            new StructureDiagramGenerator().generateCoordinates(molecule);
        } catch (CDKException failure) {
            throw new IllegalArgumentException("CDK finds no drawing of it: " + failure.getMessage(), failure);
        }
        return new StructureDrawing(molecule).drawn();
    }

    private String drawn() {
        for (IAtom atom : molecule.atoms()) {
            Point2d at = place(atom);
            left = Math.min(left, at.x);
            right = Math.max(right, at.x);
            top = Math.min(top, at.y);
            bottom = Math.max(bottom, at.y);
        }
        molecule.bonds().forEach(this::bond);
        molecule.atoms().forEach(this::label);
        double width = right - left + 2 * MARGIN;
        double height = bottom - top + 2 * MARGIN;
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.1f %.1f %.1f %.1f\" width=\"%.0f\" height=\"%.0f\">"
                        + "<g stroke=\"#1b2330\" stroke-width=\"1.5\" stroke-linecap=\"round\" fill=\"#1b2330\">%s</g></svg>",
                left - MARGIN,
                top - MARGIN,
                width,
                height,
                width,
                height,
                shapes);
    }

    private static Point2d place(IAtom atom) {
        Point2d at = atom.getPoint2d();
        return new Point2d(at.x * SCALE, -at.y * SCALE);
    }

    private static boolean isWritten(IAtom atom) {
        return !atom.getSymbol().equals("C")
                || atom.getBondCount() == 0
                || charge(atom) != 0
                || atom.getMassNumber() != null;
    }

    private static int charge(IAtom atom) {
        return atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
    }

    private void bond(IBond bond) {
        Point2d from = place(bond.getBegin());
        Point2d to = place(bond.getEnd());
        Vector2d along = new Vector2d(to.x - from.x, to.y - from.y);
        along.normalize();
        Vector2d across = new Vector2d(-along.y, along.x);
        move(from, along, isWritten(bond.getBegin()) ? CLEAR : 0);
        move(to, along, isWritten(bond.getEnd()) ? -CLEAR : 0);
        switch (bond.getOrder()) {
            case DOUBLE -> {
                double side = side(bond, across);
                line(from, to, across, side == 0 ? -APART / 2 : 0, 0);
                line(from, to, across, side == 0 ? APART / 2 : side * APART * 1.5, side == 0 ? 0 : 3);
            }
            case TRIPLE -> {
                line(from, to, across, 0, 0);
                line(from, to, across, APART, 0);
                line(from, to, across, -APART, 0);
            }
            default -> single(bond, from, to, across);
        }
    }

    private void single(IBond bond, Point2d from, Point2d to, Vector2d across) {
        switch (bond.getDisplay()) {
            case WedgeBegin -> wedge(from, to, across);
            case WedgeEnd -> wedge(to, from, across);
            case WedgedHashBegin -> hashes(from, to, across);
            case WedgedHashEnd -> hashes(to, from, across);
            default -> line(from, to, across, 0, 0);
        }
    }

    private static void move(Point2d point, Vector2d along, double by) {
        point.x += along.x * by;
        point.y += along.y * by;
    }

    /** On which side of a double bond its neighbours lie: there the second line is drawn, as within a ring; 0 for neither. */
    private static double side(IBond bond, Vector2d across) {
        double sum = 0;
        for (IAtom end : bond.atoms()) {
            if (end.getBondCount() == 1) {
                return 0;
            }
            for (IBond other : end.bonds()) {
                if (!other.equals(bond)) {
                    Point2d here = place(end);
                    Point2d there = place(other.getOther(end));
                    sum += Math.signum(Math.rint(((there.x - here.x) * across.x + (there.y - here.y) * across.y) * 10));
                }
            }
        }
        return Math.signum(sum);
    }

    private void line(Point2d from, Point2d to, Vector2d across, double aside, double shorter) {
        Vector2d along = new Vector2d(across.y, -across.x);
        shapes.append(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1fL%.1f %.1f\"/>",
                from.x + across.x * aside + along.x * shorter,
                from.y + across.y * aside + along.y * shorter,
                to.x + across.x * aside - along.x * shorter,
                to.y + across.y * aside - along.y * shorter));
    }

    private void wedge(Point2d tip, Point2d end, Vector2d across) {
        shapes.append(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fz\"/>",
                tip.x,
                tip.y,
                end.x + across.x * WEDGE,
                end.y + across.y * WEDGE,
                end.x - across.x * WEDGE,
                end.y - across.y * WEDGE));
    }

    private void hashes(Point2d tip, Point2d end, Vector2d across) {
        for (int i = 1; i <= 6; i++) {
            double share = i / 6.0;
            double x = tip.x + (end.x - tip.x) * share;
            double y = tip.y + (end.y - tip.y) * share;
            double half = WEDGE * share;
            shapes.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %.1fL%.1f %.1f\"/>",
                    x + across.x * half,
                    y + across.y * half,
                    x - across.x * half,
                    y - across.y * half));
        }
    }

    private void label(IAtom atom) {
        if (!isWritten(atom)) {
            return;
        }
        Point2d at = place(atom);
        boolean leftwards = hydrogens(atom) > 0 && neighboursLieRight(atom, at);
        List<Piece> pieces = new ArrayList<>();
        if (leftwards) {
            addHydrogens(pieces, atom);
        }
        if (atom.getMassNumber() != null) {
            pieces.add(new Piece(Integer.toString(atom.getMassNumber()), RAISED));
        }
        pieces.add(new Piece(atom.getSymbol(), 0));
        if (!leftwards) {
            addHydrogens(pieces, atom);
        }
        addCharge(pieces, charge(atom));
        shapes.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" stroke=\"none\" text-anchor=\"%s\" font-family=\"sans-serif\" font-size=\"14\">",
                leftwards ? at.x + HALF_LETTER : at.x - HALF_LETTER,
                at.y + 5,
                leftwards ? "end" : "start"));
        int shift = 0;
        for (Piece piece : pieces) {
            shapes.append("<tspan dy=\"")
                    .append(piece.shift - shift)
                    .append(piece.shift == 0 ? "\">" : "\" font-size=\"10\">")
                    .append(piece.text)
                    .append("</tspan>");
            shift = piece.shift;
        }
        shapes.append("</text>");
    }

    /** A part of an atom's label, raised or lowered by {@code shift}. */
    private record Piece(String text, int shift) {}

    private static int hydrogens(IAtom atom) {
        return atom.getImplicitHydrogenCount() == null ? 0 : atom.getImplicitHydrogenCount();
    }

    private static void addHydrogens(List<Piece> pieces, IAtom atom) {
        int count = hydrogens(atom);
        if (count > 0) {
            pieces.add(new Piece("H", 0));
        }
        if (count > 1) {
            pieces.add(new Piece(Integer.toString(count), LOWERED));
        }
    }

    private static void addCharge(List<Piece> pieces, int charge) {
        if (charge != 0) {
            String size = Math.abs(charge) == 1 ? "" : Integer.toString(Math.abs(charge));
            pieces.add(new Piece(size + (charge > 0 ? "+" : "\u2212"), RAISED));
        }
    }

    private static boolean neighboursLieRight(IAtom atom, Point2d at) {
        double sum = 0;
        for (IBond bond : atom.bonds()) {
            sum += place(bond.getOther(atom)).x - at.x;
        }
        return sum > 0.5;
    }
}

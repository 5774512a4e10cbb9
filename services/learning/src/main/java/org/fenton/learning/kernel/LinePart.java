package org.fenton.learning.kernel;

/** One way in which two different lines may be alike, 0 (not, or unknown) to 1 (the same). A line is like itself to 1 in every part. */
public enum LinePart {
    /** Any two lines. */
    CONSTANT {
        @Override
        double between(LineTraits a, LineTraits b) {
            return 1;
        }
    },
    /** The same tissue. */
    TISSUE {
        @Override
        double between(LineTraits a, LineTraits b) {
            return a.tissue().isPresent() && a.tissue().equals(b.tissue()) ? 1 : 0;
        }
    },
    /**
     * exp(-m / 2), m the mean squared difference over the levels that both have; 0 with fewer than {@value #LEVELS_SHARED} of them. Positive semidefinite only among
     * lines that lack the same levels.
     */
    PROFILE {
        @Override
        double between(LineTraits a, LineTraits b) {
            double squared = 0;
            int shared = 0;
            for (int i = 0; i < Math.min(a.profile().length, b.profile().length); i++) {
                double d = a.profile()[i] - b.profile()[i];
                if (!Double.isNaN(d)) {
                    squared += d * d;
                    shared++;
                }
            }
            return shared < LEVELS_SHARED ? 0 : Math.exp(-squared / shared / 2);
        }
    },
    /** Only the very line, wherever it was grown. */
    IDENTITY {
        @Override
        double between(LineTraits a, LineTraits b) {
            return a.identity().isPresent() && a.identity().equals(b.identity()) ? 1 : 0;
        }
    };

    static final int LEVELS_SHARED = 8;

    abstract double between(LineTraits a, LineTraits b);
}

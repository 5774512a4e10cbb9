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
     * exp(-m / 2), m the mean squared difference of the n levels. A level that is missing may be anything a line shows: its factor exp(-(x - y)^2 / 2n) is replaced by the
     * factor's expectation over a standard normal, which levels are scaled to; so two lines of which nothing is known are alike as any two lines are, about 0.37, and the
     * matrix of likeness stays positive semidefinite (it is one of inner products of mean embeddings: Smola et al. 2007, doi:10.1007/978-3-540-75225-7_5).
     */
    PROFILE {
        @Override
        double between(LineTraits a, LineTraits b) {
            int levels = Math.max(a.profile().length, b.profile().length);
            double squared = 0;
            int oneMissing = 0;
            int bothMissing = 0;
            for (int i = 0; i < levels; i++) {
                double x = level(a, i);
                double y = level(b, i);
                if (!Double.isNaN(x - y)) {
                    squared += (x - y) * (x - y) / levels;
                } else if (Double.isNaN(x) && Double.isNaN(y)) {
                    bothMissing++;
                } else {
                    double known = Double.isNaN(x) ? y : x;
                    squared += known * known / (levels + 1);
                    oneMissing++;
                }
            }
            if (levels == 0) {
                return 0;
            }
            double n = levels;
            return Math.exp(-squared / 2)
                    * Math.pow(n / (n + 1), oneMissing / 2.0)
                    * Math.pow(n / (n + 2), bothMissing / 2.0);
        }
    },
    /** Only the very line, wherever it was grown. */
    IDENTITY {
        @Override
        double between(LineTraits a, LineTraits b) {
            return a.identity().isPresent() && a.identity().equals(b.identity()) ? 1 : 0;
        }
    };

    private static double level(LineTraits line, int i) {
        return i < line.profile().length ? line.profile()[i] : Double.NaN;
    }

    abstract double between(LineTraits a, LineTraits b);
}

package org.fenton.learning.activity;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;

/** The dense matrix product that the sparse pass is measured against: C = A·Bᵀ, all row by row, on one core. */
interface DenseProduct extends AutoCloseable {
    String name();

    /**
     * @param profiles B, {@code columns} rows of {@code inner} values
     * @param result C, {@code rows} rows of {@code columns} values
     */
    void multiply(double[][] profiles, double[] result);

    @Override
    void close();

    /** The shapes: A is {@code rows} x {@code inner}, B is {@code columns} x {@code inner}. */
    record Shape(int rows, int inner, int columns) {}

    /** OpenBLAS where its native library loads, else a blocked product in Java. */
    static DenseProduct best(double[][] weights, Shape shape) {
        try {
            return new OpenBlas(weights, shape);
        } catch (LinkageError notThere) {
            return new BlockedJava(weights, shape);
        }
    }

    final class OpenBlas implements DenseProduct {
        private final Shape shape;
        private final DoublePointer a;
        private final DoublePointer b;
        private final DoublePointer c;

        OpenBlas(double[][] weights, Shape shape) {
            openblas.blas_set_num_threads(1);
            this.shape = shape;
            this.a = new DoublePointer((long) shape.rows() * shape.inner());
            this.b = new DoublePointer((long) shape.columns() * shape.inner());
            this.c = new DoublePointer((long) shape.rows() * shape.columns());
            for (int row = 0; row < shape.rows(); row++) {
                a.position((long) row * shape.inner()).put(weights[row]);
            }
            a.position(0);
        }

        @Override
        public String name() {
            return "OpenBLAS dgemm";
        }

        @Override
        public void multiply(double[][] profiles, double[] result) {
            for (int column = 0; column < shape.columns(); column++) {
                b.position((long) column * shape.inner()).put(profiles[column]);
            }
            b.position(0);
            openblas.cblas_dgemm(
                    openblas.CblasRowMajor,
                    openblas.CblasNoTrans,
                    openblas.CblasTrans,
                    shape.rows(),
                    shape.columns(),
                    shape.inner(),
                    1,
                    a,
                    shape.inner(),
                    b,
                    shape.inner(),
                    0,
                    c,
                    shape.columns());
            c.get(result);
        }

        @Override
        public void close() {
            a.close();
            b.close();
            c.close();
        }
    }

    final class BlockedJava implements DenseProduct {
        private static final int INNER_BLOCK = 256;

        private final double[][] weights;
        private final Shape shape;

        BlockedJava(double[][] weights, Shape shape) {
            this.weights = weights;
            this.shape = shape;
        }

        @Override
        public String name() {
            return "blocked Java";
        }

        @Override
        public void multiply(double[][] profiles, double[] result) {
            int columns = shape.columns();
            double[][] rows = new double[shape.rows()][columns];
            double[][] turned = new double[INNER_BLOCK][columns];
            for (int from = 0; from < shape.inner(); from += INNER_BLOCK) {
                int size = Math.min(INNER_BLOCK, shape.inner() - from);
                for (int j = 0; j < columns; j++) {
                    for (int k = 0; k < size; k++) {
                        turned[k][j] = profiles[j][from + k];
                    }
                }
                for (int i = 0; i < shape.rows(); i++) {
                    for (int k = 0; k < size; k++) {
                        add(rows[i], weights[i][from + k], turned[k]);
                    }
                }
            }
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(rows[i], 0, result, i * columns, columns);
            }
        }

        private static void add(double[] to, double factor, double[] values) {
            for (int j = 0; j < to.length; j++) {
                to[j] += factor * values[j];
            }
        }

        @Override
        public void close() {}
    }
}

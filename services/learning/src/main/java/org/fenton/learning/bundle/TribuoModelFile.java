package org.fenton.learning.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.provenance.ModelProvenance;

/**
 * A Tribuo model as bytes that depend on data, settings and seed alone.
 *
 * <p>Tribuo's provenance notes the wall clock, the Java version and the operating system of a training. Here the time is
 * 1970-01-01T00:00:00Z and the three others are Tribuo's word for unknown; trainer, settings, seed and data set stay.
 */
final class TribuoModelFile {
    /** Said in the bundle, so that nobody takes the 1970 for a date. */
    static final String NEUTRALISED =
            "training time set to 1970-01-01T00:00:00Z, Java version, operating system and architecture left out of the"
                    + " Tribuo provenance, so that equal inputs give equal bytes";

    private static final OffsetDateTime NO_TIME = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private TribuoModelFile() {}

    static byte[] bytes(Model<?> model) {
        ModelProvenance told = model.getProvenance();
        ModelProvenance neutral = new ModelProvenance(
                told.getClassName(),
                NO_TIME,
                told.getDatasetProvenance(),
                told.getTrainerProvenance(),
                Map.of(),
                false);
        try {
            // Model.copy with another provenance is protected, and Tribuo has no public way to replace one.
            Method copy = Model.class.getDeclaredMethod("copy", String.class, ModelProvenance.class);
            copy.setAccessible(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ((Model<?>) copy.invoke(model, model.getName(), neutral)).serializeToStream(bytes);
            return bytes.toByteArray();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Tribuo version copies models in another way", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

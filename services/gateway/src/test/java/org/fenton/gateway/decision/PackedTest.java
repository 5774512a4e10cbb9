package org.fenton.gateway.decision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PackedTest {
    private static final byte[] TEXT =
            "{\"says\":\"the same\",\"again\":\"the same\"}".repeat(50).getBytes(StandardCharsets.UTF_8);

    @Property(tries = 200)
    void isReadBackAsItWas(@ForAll byte[] plain) throws DataFormatException {
        assertArrayEquals(plain, Packed.plain(Packed.of(plain)));
    }

    /** Records of earlier builds. */
    @Test
    void readsWhatWasDeflated() throws IOException, DataFormatException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(TEXT);
        }
        assertArrayEquals(TEXT, Packed.plain(deflated.toByteArray()));
    }

    @Test
    void whatWasChangedOrCutIsNotRead() {
        byte[] packed = Packed.of(TEXT);
        int refused = 0;
        for (int at = 0; at < packed.length; at++) {
            byte[] changed = packed.clone();
            changed[at] ^= 1;
            try {
                // a bit of the header that says nothing may change
                assertArrayEquals(TEXT, Packed.plain(changed));
            } catch (DataFormatException said) {
                refused++;
            }
            int end = at;
            assertThrows(DataFormatException.class, () -> Packed.plain(Arrays.copyOf(packed, end)));
        }
        assertEquals(packed.length, refused, 2);
    }
}

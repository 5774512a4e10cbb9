package org.fenton.gateway.decision;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Bytes as they are kept, since an answer says the same sentences many times: a Zstandard frame (RFC 8878) that says its
 * length and ends in a checksum. Records of earlier builds are deflated (RFC 1950).
 */
final class Packed {
    /** Of answers it makes fewer bytes than the quickest of zlib, and sooner. */
    private static final int LEVEL = -1;

    private static final byte ZSTANDARD = 0x28;
    private static final int LONGEST = 1 << 30;
    private static final int CHUNK = 1 << 16;

    private Packed() {}

    static byte[] of(byte[] plain) {
        try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            return zstd.setLevel(LEVEL).setChecksum(true).setContentSize(true).compress(plain);
        }
    }

    /** @throws DataFormatException when the bytes were changed in such a way that they cannot be read */
    static byte[] plain(byte[] packed) throws DataFormatException {
        return packed.length > 0 && packed[0] == ZSTANDARD ? decompressed(packed) : inflated(packed);
    }

    private static byte[] decompressed(byte[] frame) throws DataFormatException {
        long length = Zstd.getFrameContentSize(frame);
        if (length < 0 || length > LONGEST) {
            throw new DataFormatException("this is no Zstandard frame of a record");
        }
        try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
            return zstd.decompress(frame, (int) length);
        } catch (ZstdException damaged) {
            throw new DataFormatException("the Zstandard frame is damaged: " + damaged.getMessage());
        }
    }

    private static byte[] inflated(byte[] deflated) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int length = inflater.inflate(chunk);
                if (length == 0) {
                    throw new DataFormatException("it ends early");
                }
                out.write(chunk, 0, length);
            }
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }
}

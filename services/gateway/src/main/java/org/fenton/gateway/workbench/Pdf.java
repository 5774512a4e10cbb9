package org.fenton.gateway.workbench;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** A page of well-formed HTML as PDF, set in the one font that PDFBox carries; nothing is fetched. */
final class Pdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final Pattern NOT_DRAWN = Pattern.compile(
            "[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]|[\\u202A-\\u202E\\u2066-\\u2069]");

    private Pdf() {}

    static byte[] of(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(Pdf::font, "Liberation Sans");
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Fenton, research use only");
        builder.withHtmlContent(inFont(html), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException failure) {
            throw new UncheckedIOException("making the PDF", failure);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return com.openhtmltopdf.pdfboxout.PdfRendererBuilder.class.getResourceAsStream(FONT);
    }

    /**
     * The font has arrows but no tack, and no narrow or superscript signs; XML has no control characters, and marks that turn the
     * direction of text are not drawn as such here.
     */
    private static String inFont(String html) {
        return NOT_DRAWN
                .matcher(html)
                .replaceAll("")
                .replace("⊣", "–|")
                .replace('\u202f', '\u00a0')
                .replace("⁹", "^9")
                .replace("₂", "2");
    }
}

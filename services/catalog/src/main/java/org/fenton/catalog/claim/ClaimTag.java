package org.fenton.catalog.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fenton.documents.CanonicalJson;

/**
 * The state of a claim that a curator has seen: its content and the proposal that is open on it. A second curator who read
 * the claim before the first one proposed holds an old tag.
 */
public final class ClaimTag {
    private static final int SHORT = 16;
    private static final ObjectMapper VIEWS = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private ClaimTag() {}

    public static String of(ClaimView claim) {
        String hash = CanonicalJson.sha256Id(
                CanonicalJson.write(VIEWS.valueToTree(claim)).getBytes(StandardCharsets.UTF_8));
        String content = hash.substring("sha256:".length(), "sha256:".length() + SHORT);
        List<?> open = Statements.sql("select id || '.' || version from catalog.proposal"
                        + " where claim = :claim and state in ('PROPOSED', 'CHANGES_REQUESTED', 'APPROVED')")
                .setParameter("claim", claim.id())
                .getResultList();
        return open.isEmpty() ? content : content + "-" + open.get(0);
    }
}

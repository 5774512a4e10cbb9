package org.fenton.catalog.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fenton.catalog.Postgres;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.documents.CanonicalJson;
import org.junit.jupiter.api.Test;

/** The database writes a claim's line as canonical JSON of its view does. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
class ClaimLineTest {
    private static final int ODD_CLAIMS = 400;
    private static final String ALPHABET = "aZ0 \"\\/\b\f\n\r\t\u0001\u001f\u007f\u0085\u2028äμ中\uFEFF<>&'{}[],:@;";
    private static final ObjectMapper VIEWS = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private final EntityManager entities;

    ClaimLineTest(EntityManager entities) {
        this.entities = entities;
    }

    @Test
    void everyShippedClaimIsWrittenAlike() {
        QuarkusTransaction.requiringNew().run(() -> assertTrue(compare() > 500));
    }

    @Test
    void claimsOfOddCharactersAreWrittenAlike() {
        Random random = new Random(20261123);
        QuarkusTransaction.begin();
        try {
            for (int i = 0; i < ODD_CLAIMS; i++) {
                entities.persist(odd(i, random));
            }
            entities.flush();
            entities.clear();
            assertTrue(compare() > ODD_CLAIMS);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** How many claims there are. */
    private int compare() {
        List<?> lines = entities.createNativeQuery("select " + ClaimLine.SQL + " from catalog.claim c order by c.id")
                .getResultList();
        List<ClaimEntity> claims = entities.createQuery("select c from ClaimEntity c order by c.id", ClaimEntity.class)
                .getResultList();
        assertEquals(claims.size(), lines.size());
        for (int i = 0; i < claims.size(); i++) {
            ObjectNode view = VIEWS.valueToTree(ClaimView.of(claims.get(i)));
            assertEquals(CanonicalJson.write(view.put("type", "claim")), lines.get(i));
        }
        return claims.size();
    }

    private static ClaimEntity odd(int number, Random random) {
        ClaimEntity claim = new ClaimEntity();
        claim.study = "TEXT:" + text(random);
        claim.id = "ODD" + number + "@" + claim.study;
        claim.subjectType = one(random, SubjectType.values());
        claim.subjectId = text(random);
        claim.statement = text(random);
        claim.direction = one(random, Direction.values());
        claim.level = random.nextBoolean() ? null : one(random, EvidenceLevel.values());
        claim.inferred = claim.level == EvidenceLevel.INFERENCE;
        claim.scopes = List.of("general");
        claim.confidence = text(random);
        claim.sources = random.nextBoolean() ? List.of("S-KNOW") : List.of("S-KNOW", "S-REV");
        claim.grade = one(random, Grade.values());
        claim.strength = Strength.UNKNOWN;
        claim.knowledgeLevel = claim.inferred ? KnowledgeLevel.PREDICTION : one(random, KnowledgeLevel.values());
        claim.agentType = one(random, AgentType.values());
        claim.setting = random.nextBoolean() ? null : text(random);
        claim.species = random.nextBoolean() ? List.of() : List.of("human", "mouse");
        List<String> others = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            others.add("TEXT:" + text(random));
        }
        claim.sameAs = others;
        return claim;
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.append(random.nextInt(4) == 0 ? "😀" : "").toString();
    }
}

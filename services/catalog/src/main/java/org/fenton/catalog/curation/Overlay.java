package org.fenton.catalog.curation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Query;
import org.fenton.catalog.claim.ClaimEntity;
import org.fenton.catalog.release.Publisher;
import org.jboss.logging.Logger;

/**
 * What curation published lies over the facts that files bring: it is laid on again whenever facts are published, so that
 * neither new seeds nor an import undoes a correction.
 */
@ApplicationScoped
public class Overlay {
    private static final Logger LOG = Logger.getLogger(Overlay.class);

    private final ObjectMapper json;

    Overlay(ObjectMapper json) {
        this.json = json;
    }

    void again(@Observes Publisher.Publishing publishing) {
        ProposalEntity.published().forEach(this::lay);
        Object last = sql("select current_setting('fenton.publishing', true)").getSingleResult();
        if (last != null && !last.toString().isEmpty()) {
            lay(ProposalEntity.findById(last));
        }
        ClaimEntity.flush();
    }

    /** When this transaction publishes, after all that was published before. */
    void alsoLay(ProposalEntity proposal) {
        sql("select set_config('fenton.publishing', :id, true)")
                .setParameter("id", proposal.id)
                .getSingleResult();
    }

    /** Brings one published proposal into the claims; a subject that is gone takes its claims with it. */
    private void lay(ProposalEntity proposal) {
        ClaimEntity claim = ClaimEntity.findById(proposal.claim);
        if (proposal.action == Action.RETRACT) {
            if (claim != null) {
                claim.delete();
            }
            return;
        }
        if (!isKnown(proposal)) {
            LOG.warnf("%s: no %s %s any more", proposal.id, proposal.subjectType.type(), proposal.subjectId);
            return;
        }
        ClaimContent content = content(proposal);
        if (claim != null) {
            content.into(claim);
            return;
        }
        claim = new ClaimEntity();
        claim.id = proposal.claim;
        claim.subjectType = proposal.subjectType;
        claim.subjectId = proposal.subjectId;
        content.into(claim);
        claim.persist();
    }

    private ClaimContent content(ProposalEntity proposal) {
        try {
            return json.readValue(proposal.content, ClaimContent.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the content of " + proposal.id + " is not readable", broken);
        }
    }

    private static boolean isKnown(ProposalEntity proposal) {
        return !sql("select id from catalog." + proposal.subjectType.table() + " where id = :id")
                .setParameter("id", proposal.subjectId)
                .getResultList()
                .isEmpty();
    }

    private static Query sql(String text) {
        return Panache.getEntityManager().createNativeQuery(text);
    }
}

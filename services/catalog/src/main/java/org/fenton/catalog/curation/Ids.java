package org.fenton.catalog.curation;

import io.quarkus.hibernate.orm.panache.Panache;

/** Numbers of a sequence of the schema; a number is never given twice, though one may be left out. */
final class Ids {
    private Ids() {}

    static long next(String sequence) {
        return ((Number) Panache.getEntityManager()
                        .createNativeQuery("select nextval('catalog." + sequence + "')")
                        .getSingleResult())
                .longValue();
    }
}

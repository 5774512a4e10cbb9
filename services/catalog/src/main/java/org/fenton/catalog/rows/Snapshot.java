package org.fenton.catalog.rows;

import io.quarkus.hibernate.orm.panache.Panache;

/** Makes all reads of a transaction see the state of its first one. */
public final class Snapshot {
    private Snapshot() {}

    /** Must be the first thing that a transaction does. */
    public static void take() {
        Panache.getEntityManager()
                .createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
    }
}

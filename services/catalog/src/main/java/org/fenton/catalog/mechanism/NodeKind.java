package org.fenton.catalog.mechanism;

/** What a node of the graph stands for. */
public enum NodeKind {
    GENE,
    COMPLEX,
    PROCESS,
    METABOLITE
}

package org.fenton.gateway.intake;

/**
 * The code systems that standard documents use towards Fenton; docs/standards.md lists their codes. Those of Fenton's own
 * are URNs that resolve nowhere, so that nobody takes them for a registered terminology.
 */
public final class Codes {
    public static final String LOINC = "http://loinc.org";
    public static final String UCUM = "http://unitsofmeasure.org";
    public static final String SNOMED = "http://snomed.info/sct";
    public static final String ATC = "http://www.whocc.no/atc";

    /** Where OncoTree is published; HL7 has registered no URI for it that we know of. */
    public static final String ONCOTREE = "http://oncotree.mskcc.org";

    /** Codes are {@code network/source}, for example {@code progeny/JAK-STAT} or {@code collectri/STAT3}. */
    public static final String ACTIVITY = "urn:fenton:cs:activity";

    /** Codes are {@code log2}, {@code zscore} and {@code contrast}. */
    public static final String SCALE = "urn:fenton:cs:scale";

    /** Codes are HGNC symbols; the value is the gene's expression on the stated scale. */
    public static final String GENE = "urn:fenton:cs:gene";

    /** Codes are HGNC symbols; the value is {@link #ALTERATION_EFFECT}. */
    public static final String ALTERATION = "urn:fenton:cs:alteration";

    public static final String ALTERATION_EFFECT = "urn:fenton:cs:alteration-effect";

    /** Codes are pharmacogene symbols; the value is {@link #PHENOTYPE}. */
    public static final String GENOTYPE = "urn:fenton:cs:genotype";

    public static final String PHENOTYPE = "urn:fenton:cs:phenotype";

    /** Codes are the laboratory values of docs/data.md, in exactly the units given there. */
    public static final String LAB = "urn:fenton:cs:lab";

    /** Facts of a case for which FHIR has no code of its own: {@code goal}, {@code scope}, {@code immunotherapy}, … */
    public static final String CASE = "urn:fenton:cs:case";

    /** Codes are the drug ids of the catalog. */
    public static final String DRUG = "urn:fenton:cs:drug";

    /** {@code resistance}: the reason for which a medicine was stopped. */
    public static final String THERAPY_OUTCOME = "urn:fenton:cs:therapy-outcome";

    private Codes() {}
}

package org.fenton.gateway.workbench;

/** The parts of the workbench, as its navigation lists them. */
public enum Section {
    NEW_CASE("New case", "/"),
    RECORDS("Records", "/workbench/records"),
    DRUGS("Drugs", "/workbench/drugs"),
    CURATION("Curation", "/workbench/curation"),
    MODELS("Models", "/workbench/models"),
    RUNS("Runs", "/workbench/runs");

    private final String label;
    private final String address;

    Section(String label, String address) {
        this.label = label;
        this.address = address;
    }

    public String label() {
        return label;
    }

    public String address() {
        return address;
    }
}

package org.fenton.core.tumour;

/** What ferroptosis should do: be induced in a tumour, or be inhibited in a diseased tissue. */
public enum Goal {
    INDUCE(1),
    INHIBIT(-1);

    private final int sign;

    Goal(int sign) {
        this.sign = sign;
    }

    /** +1 where more ferroptosis is wanted, −1 where less. */
    public int sign() {
        return sign;
    }
}

package org.fenton.local.chaos;

/** Something that goes wrong for a while and is then put right. */
interface Fault {
    String name();

    /** Whether the gateway itself is hit, so that nobody can answer. */
    default boolean hitsGateway() {
        return false;
    }

    void begin() throws Exception;

    void end() throws Exception;

    /** Empty when this machine can do it, else what it lacks. */
    default String lacks() {
        return "";
    }

    /** Two steps as a fault. */
    static Fault of(String name, Step begin, Step end) {
        return new Fault() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void begin() throws Exception {
                begin.take();
            }

            @Override
            public void end() throws Exception {
                end.take();
            }
        };
    }

    interface Step {
        void take() throws Exception;
    }
}

package org.fenton.http.log;

/** A failure as it may be logged or traced: its type, its places in the code and its causes, without a word of its message. */
public final class Withheld extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 8;

    private final String type;

    private Withheld(Throwable failure, Throwable cause) {
        // the text of a line shows the type by toString, a JSON line as its message
        super(failure.getClass().getName(), cause, false, true);
        this.type = failure.getClass().getName();
        setStackTrace(failure.getStackTrace());
    }

    public static Throwable of(Throwable failure) {
        return of(failure, DEEPEST);
    }

    private static Throwable of(Throwable failure, int deep) {
        if (failure == null || deep == 0 || failure instanceof Withheld) {
            return failure instanceof Withheld ? failure : null;
        }
        return new Withheld(failure, of(failure.getCause(), deep - 1));
    }

    @Override
    public String toString() {
        return type + " (message withheld)";
    }
}

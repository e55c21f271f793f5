package org.apusilta.start;

/** Why Apusilta does not start, as the one sentence that the terminal shows instead of a stack trace. */
class StartRefused extends RuntimeException {

    StartRefused(String sentence) {
        super(sentence);
    }

    StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package org.apusilta.demo.process;

import java.time.Instant;

/** A task somebody can take up. @param step the element it stands at @param ofCase the case it belongs to */
record OpenTask(String id, String step, Instant due, String ofCase) {}

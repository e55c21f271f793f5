package org.apusilta.volunteer;

/** Many volunteers were added or changed at once; whoever keeps something derived from the register builds it anew. */
public record RegisterFilled() {}

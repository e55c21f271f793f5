package org.apusilta.catalogue;

/** A named person has assessed a kind by the three tests of Act 148/2014. @param code of the kind @param checkNeeded whether all three hold */
public record KindAssessed(String code, boolean checkNeeded) {}

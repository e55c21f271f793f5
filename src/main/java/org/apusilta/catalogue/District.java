package org.apusilta.catalogue;

/**
 * One of Helsinki's 34 districts (peruspiiri).
 *
 * @param majorCode its major district (suurpiiri), "1" to "8"
 * @param x metres east of a fixed point, of the district's rough centre
 * @param y metres north of a fixed point
 */
public record District(String code, String majorCode, Texts name, Texts majorName, int x, int y) {}

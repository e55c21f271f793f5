package org.apusilta.matching.internal;

import java.util.List;

/**
 * A volunteer as the client first hears of them: no family name, no contact, no address.
 *
 * @param age an age band in words, such as "60–69 years"
 * @param interests in one line, empty when none were told
 * @param fits why we think of this person, one sentence each
 */
public record Portrait(String givenName, String age, String languages, String interests, List<String> fits) {}

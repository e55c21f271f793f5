package org.apusilta.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Commitment;
import org.apusilta.catalogue.Kind;
import org.apusilta.request.AskedBy;
import org.apusilta.request.NewRequest;

/** Writes help requests of invented people, as mixed as a real city's. The same seed writes the same requests. */
public final class InventedRequests {

    private static final String[] FIRST = {"Aino", "Eino", "Helmi", "Toivo", "Lempi", "Väinö", "Martta", "Urho", "Saimi", "Onni", "Elsa", "Arvo",
        "Kerttu", "Reino", "Siiri", "Veikko", "Amina", "Birgit", "Göran", "Natalia", "Leyla", "Ulla-Maija", "Ossian", "Fatuma"};
    private static final String[] LAST = {"Koivukangas", "Hakomäki", "Pellavainen", "Lumikorpi", "Saarelma", "Tuulikangas", "Vanamo", "Mesikorpi",
        "Kuusikallio", "Rantakivi", "Sandströmmi", "Björkenlund", "Havulehto", "Niittysalo", "Purolahti", "Kanervakoski", "Warsamelius", "Petrovkin"};
    private static final String[] WORKERS = {"Tiina Ohjaajanen", "Petra Hoitomäki", "Mikael Sosiaalinen", "Johanna Palvelund"};
    private static final String[] STREETS = {"Keksitynkatu", "Satupolku", "Mallikuja", "Esimerkintie", "Harjoitusraitti"};
    private static final String[] HOPES = {
        "Toivon, että joku joisi kanssani kahvit ja juttelisi. Olen ollut paljon yksin viime talven jälkeen.",
        "Asiakas haluaisi päästä ulos, mutta ei uskalla lähteä yksin rollaattorin kanssa.",
        "Puhelimen ja verkkopankin kanssa tarvitaan opastusta – ei tunnusten käyttöä puolesta.",
        "Äiti asuu yksin ja kaipaa seuraa viikonloppuisin. Hän pitää vanhoista elokuvista ja neulomisesta.",
        "Önskar en svenskspråkig vän att promenera och läsa tidningen med.",
        "Would like to practise Finnish over a walk or in a café.",
        "Seuraa iltapäiviin. Olisi hyvä, jos samalla joku muistuttaisi lääkkeistä ja auttaisi suihkuun.",
        "Isä haluaisi keskustelukumppanin ja apua Kelan hakemukseen.",
        "Sällskap och lite städning en gång i veckan, tack.",
        "Saattajaa tarvitaan terveysasemalle ja takaisin, taksi on tilattu valmiiksi."};
    private static final String[] TIMES = {"MON_AM", "MON_PM", "TUE_AM", "TUE_PM", "TUE_EVE", "WED_AM", "WED_PM", "THU_PM", "FRI_AM", "SAT_PM", "SUN_PM"};
    private static final String[] TOLD = {"PROGRESS", "OUTCOME", "PROGRESS", "NOTHING"};
    private static final AskedBy[] ASKING = {AskedBy.SOCIAL_WORKER, AskedBy.SOCIAL_WORKER, AskedBy.HOME_CARE, AskedBy.HOME_CARE,
        AskedBy.HOSPITAL, AskedBy.SERVICE_HOUSE, AskedBy.RELATIVE, AskedBy.RELATIVE, AskedBy.SELF, AskedBy.SELF, AskedBy.OTHER_AUTHORITY};

    private final Random random;
    private final List<Kind> kinds;
    private final List<Kind> gigs;
    /** Somebody along to a clinic and back, once: what a city is asked for most. */
    private final List<Kind> escort;
    private final List<String> districts;

    /** @param seed chooses everything */
    public InventedRequests(Catalogue catalogue, long seed) {
        this.random = new Random(seed);
        this.kinds = catalogue.kinds().stream().filter(k -> k.commitment() != Commitment.ONE_OFF && !k.checkRequired()).toList();
        this.gigs = kinds.stream().filter(k -> k.commitment() == Commitment.GIG).toList();
        this.escort = catalogue.kinds().stream().filter(k -> k.code().equals("TRIP_ESCORT")).toList();
        this.districts = catalogue.districts().stream().map(d -> d.code()).toList();
    }

    /** @param today the day it is sent @return a request without mistakes */
    public NewRequest next(LocalDate today) {
        var asking = pick(ASKING);
        var name = pick(FIRST) + " " + pick(LAST);
        var language = random.nextInt(100) < 82 ? "fi" : random.nextInt(3) > 0 ? "sv" : "en";
        boolean mail = random.nextInt(100) < 35;
        var client = new NewRequest.Client(name, "+358 40 0000 " + (100 + random.nextInt(900)), mail ? address(name) : null,
                1928 + random.nextInt(60), language, pick(districts), pick(STREETS) + " " + (1 + random.nextInt(60)) + " A " + random.nextInt(40),
                random.nextBoolean() ? Map.of("aids", "rollaattori") : random.nextBoolean() ? Map.of("hearing", "kuulolaite") : Map.of());
        var worker = pick(WORKERS);
        var requester = asking == AskedBy.SELF ? new NewRequest.Requester(null, null, null, null)
                : asking.professional() ? new NewRequest.Requester(worker, address(worker), "+358 9 0000 00", "Itäinen palvelualue")
                : new NewRequest.Requester(pick(FIRST) + " " + name.split(" ")[1], "omainen" + random.nextInt(9999) + "@example.org", null, null);
        var wanted = new ArrayList<String>(List.of(pick(List.of(escort, gigs, kinds).get(random.nextInt(3))).code()));
        if (!wanted.contains("TRIP_ESCORT") && random.nextInt(4) == 0) {
            var second = pick(kinds).code();
            if (!wanted.contains(second)) {
                wanted.add(second);
            }
        }
        var times = random.nextInt(5) == 0 ? List.<String>of() : List.of(TIMES).stream().filter(t -> random.nextInt(3) == 0).toList();
        boolean settled = asking.professional() && random.nextInt(12) > 0;
        return new NewRequest(asking, client, requester, true, new NewRequest.Consent(null, today.minusDays(random.nextInt(5))), wanted,
                pick(HOPES), List.of(language), times, random.nextInt(4) > 0, 1.0 + random.nextInt(random.nextInt(15) == 0 ? 9 : 4),
                random.nextInt(3) == 0 ? today.plusDays(2 + random.nextInt(40)) : null,
                new NewRequest.Home(random.nextInt(6) == 0, random.nextInt(12) == 0, false, false, random.nextInt(14) == 0 ? "F" : null), Map.of(),
                new NewRequest.Care(settled ? "Kotihoidon tiimi" : null, settled ? worker : null, null, asking.professional() ? TOLD[Math.floorMod(name.hashCode(), TOLD.length)] : null),
                asking == AskedBy.SELF ? language : "fi", asking == AskedBy.SOCIAL_WORKER ? "social-worker" : null);
    }

    private static String address(String name) {
        return name.toLowerCase().replace("ä", "a").replace("ö", "o").replace(" ", ".").replace("-", "") + "@example.org";
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T pick(T[] of) {
        return of[random.nextInt(of.length)];
    }
}

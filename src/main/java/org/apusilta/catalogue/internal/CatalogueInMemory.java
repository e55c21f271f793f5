package org.apusilta.catalogue.internal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Kind;
import org.apusilta.catalogue.KindAssessed;
import org.apusilta.catalogue.Training;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The catalogue as it was at start. It changes with migrations only, apart from what an assessment says of a kind: then the kinds are read again. */
@Component
class CatalogueInMemory implements Catalogue {

    private final CatalogueTables tables;
    private volatile List<Kind> offered;
    private volatile Map<String, Kind> kinds;
    private final List<District> districts;
    private final Map<String, District> districtsByCode;
    private final List<Training> trainings;

    CatalogueInMemory(CatalogueTables tables) {
        this.tables = tables;
        offered = tables.kinds(true);
        kinds = byCode(tables);
        districts = tables.districts();
        districtsByCode = districts.stream().collect(toUnmodifiableMap(District::code, identity()));
        trainings = tables.trainings();
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void assessed(KindAssessed assessed) {
        offered = tables.kinds(true);
        kinds = byCode(tables);
    }

    private static Map<String, Kind> byCode(CatalogueTables tables) {
        return tables.kinds(false).stream().collect(toUnmodifiableMap(Kind::code, identity()));
    }

    @Override
    public List<Kind> kinds() {
        return offered;
    }

    @Override
    public Optional<Kind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    @Override
    public List<District> districts() {
        return districts;
    }

    @Override
    public Optional<District> district(String code) {
        return Optional.ofNullable(districtsByCode.get(code));
    }

    @Override
    public List<Training> trainings() {
        return trainings;
    }
}

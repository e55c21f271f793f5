package org.apusilta.catalogue.internal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Kind;
import org.apusilta.catalogue.Training;
import org.springframework.stereotype.Component;

/** The catalogue as it was at start. It changes with migrations only, so nothing has to be read twice. */
@Component
class CatalogueInMemory implements Catalogue {

    private final List<Kind> offered;
    private final Map<String, Kind> kinds;
    private final List<District> districts;
    private final Map<String, District> districtsByCode;
    private final List<Training> trainings;

    CatalogueInMemory(CatalogueTables tables) {
        offered = tables.kinds(true);
        kinds = tables.kinds(false).stream().collect(toUnmodifiableMap(Kind::code, identity()));
        districts = tables.districts();
        districtsByCode = districts.stream().collect(toUnmodifiableMap(District::code, identity()));
        trainings = tables.trainings();
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

-- The agreement between volunteer and city, and the group accident insurance that goes with it (R16, R17).

-- Terms are data with a first day, for none of them is confirmed: the city decides. The newest whose day has come counts.
CREATE TABLE apusilta.volunteering_term (
    code        text NOT NULL CHECK (code IN ('AGREEMENT_MONTHS', 'RENEW_DAYS_BEFORE', 'INSURANCE_AGE_FROM', 'INSURANCE_AGE_TO', 'CHECK_MONTHS')),
    valid_from  date NOT NULL,
    value       integer NOT NULL CHECK (value >= 0),
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (code, valid_from)
);
INSERT INTO apusilta.volunteering_term (code, valid_from, value, recorded_by, recorded_at) VALUES
    ('AGREEMENT_MONTHS', '2014-05-01', 24, 'migration', now()),
    ('RENEW_DAYS_BEFORE', '2014-05-01', 45, 'migration', now()),
    ('INSURANCE_AGE_FROM', '2014-05-01', 0, 'migration', now()),
    ('INSURANCE_AGE_TO', '2014-05-01', 85, 'migration', now()),
    ('CHECK_MONTHS', '2014-05-01', 12, 'migration', now());

CREATE FUNCTION apusilta.term(term_code text, on_day date) RETURNS integer LANGUAGE sql STABLE AS $$
    SELECT value FROM apusilta.volunteering_term WHERE code = term_code AND valid_from <= on_day ORDER BY valid_from DESC LIMIT 1 $$;

-- One template for all sectors (R17), in three languages, from a day on.
CREATE TABLE apusilta.city_agreement_template (
    id          uuid PRIMARY KEY,
    valid_from  date NOT NULL UNIQUE,
    text_fi     text NOT NULL CHECK (length(text_fi) BETWEEN 1 AND 20000),
    text_sv     text NOT NULL CHECK (length(text_sv) BETWEEN 1 AND 20000),
    text_en     text NOT NULL CHECK (length(text_en) BETWEEN 1 AND 20000),
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL
);

CREATE TABLE apusilta.city_agreement (
    id           uuid PRIMARY KEY,
    person_id    uuid NOT NULL,              -- the volunteer, or the applicant who will be one under the same id
    number       integer NOT NULL CHECK (number > 0),
    template_id  uuid NOT NULL REFERENCES apusilta.city_agreement_template,
    language     char(2) NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    text         text NOT NULL,              -- the words as they were signed, whatever becomes of the template
    instance_id  text,                       -- the process that waits; null for one recorded on paper elsewhere
    drafted_at   timestamptz NOT NULL,
    asked_at     timestamptz,
    confirmed_at timestamptz,
    means        text CHECK (means IN ('LINK', 'PHONE', 'PAPER')),
    recorded_by  text,                       -- null by link
    valid_from   date,
    valid_until  date,
    dropped_at   timestamptz,
    ended_on     date,                       -- last day, when it ended before its time
    UNIQUE (person_id, number),
    CHECK ((confirmed_at IS NULL) = (means IS NULL)),
    CHECK ((means IS NULL OR means = 'LINK') = (recorded_by IS NULL)),
    CHECK ((valid_from IS NULL) = (valid_until IS NULL)),
    CHECK (valid_from IS NULL OR confirmed_at IS NOT NULL AND dropped_at IS NULL),
    CHECK (valid_until >= valid_from),
    CHECK (ended_on IS NULL OR valid_from IS NOT NULL AND ended_on >= valid_from - 1)
);
CREATE UNIQUE INDEX city_agreement_one_open ON apusilta.city_agreement (person_id) WHERE valid_from IS NULL AND dropped_at IS NULL;
CREATE INDEX city_agreement_valid ON apusilta.city_agreement (valid_from, valid_until);

-- What has been signed never changes: a new version is a new row.
CREATE FUNCTION apusilta.signed_words_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.asked_at IS NOT NULL AND (NEW.text, NEW.template_id, NEW.language, NEW.number, NEW.person_id) IS DISTINCT FROM (OLD.text, OLD.template_id, OLD.language, OLD.number, OLD.person_id)
       OR OLD.confirmed_at IS NOT NULL AND (NEW.confirmed_at, NEW.means, NEW.recorded_by) IS DISTINCT FROM (OLD.confirmed_at, OLD.means, OLD.recorded_by) THEN
        RAISE EXCEPTION 'the words of an agreement that somebody was asked to sign stay as they are' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER city_agreement_words_stay BEFORE UPDATE ON apusilta.city_agreement FOR EACH ROW EXECUTE FUNCTION apusilta.signed_words_stay();

-- Scans of agreements signed on paper. Each opening is recorded.
CREATE TABLE apusilta.city_agreement_paper (
    id           uuid PRIMARY KEY,
    agreement_id uuid NOT NULL REFERENCES apusilta.city_agreement,
    type         text NOT NULL CHECK (type IN ('application/pdf', 'image/png', 'image/jpeg')),
    content      bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 10485760),
    author       text NOT NULL,
    added_at     timestamptz NOT NULL
);
CREATE INDEX city_agreement_paper_agreement ON apusilta.city_agreement_paper (agreement_id);
CREATE TABLE apusilta.city_agreement_paper_opened (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    paper_id uuid NOT NULL REFERENCES apusilta.city_agreement_paper,
    account  text NOT NULL,
    at       timestamptz NOT NULL
);

-- Who was insured from when to when, whoever changed the register: any past day can be asked for. Periods are added and cut short, never prolonged.
CREATE TABLE apusilta.insured_period (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    from_day     date NOT NULL,
    until_day    date NOT NULL CHECK (until_day >= from_day - 1)    -- a day less: it never came into force
);
CREATE INDEX insured_period_volunteer ON apusilta.insured_period (volunteer_id);

-- The day as our clock has it: set by the caller's transaction, the server's own day else.
CREATE FUNCTION apusilta.today() RETURNS date LANGUAGE sql STABLE AS $$
    SELECT coalesce(nullif(current_setting('apusilta.today', true), '')::date, (now() AT TIME ZONE 'Europe/Helsinki')::date) $$;

-- The last day on which the policy can cover somebody born that year; only the year is known.
CREATE FUNCTION apusilta.insurable_until(birth_year integer, on_day date) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT make_date(birth_year + apusilta.term('INSURANCE_AGE_TO', on_day), 12, 31) $$;

-- Insured only while the agreement is valid, and only at an age the policy covers.
UPDATE apusilta.volunteer SET insured_until = CASE WHEN agreement_until IS NOT NULL
    THEN least(insured_until, agreement_until, apusilta.insurable_until(birth_year, current_date)) END
    WHERE insured_until IS NOT NULL;
ALTER TABLE apusilta.volunteer ADD CONSTRAINT volunteer_insured_while_agreed CHECK (insured_until IS NULL OR agreement_until IS NOT NULL AND insured_until <= agreement_until);
INSERT INTO apusilta.insured_period (volunteer_id, from_day, until_day)
    SELECT id, joined_on, greatest(joined_on - 1, least(insured_until, coalesce(left_on, insured_until))) FROM apusilta.volunteer WHERE insured_until IS NOT NULL;

CREATE FUNCTION apusilta.insurance_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    today date := apusilta.today();
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.insured_until IS NOT NULL AND NEW.status <> 'LEFT' THEN
            INSERT INTO apusilta.insured_period (volunteer_id, from_day, until_day) VALUES (NEW.id, NEW.joined_on, greatest(NEW.joined_on - 1, NEW.insured_until));
        END IF;
    ELSIF NEW.status = 'LEFT' AND OLD.status <> 'LEFT' THEN
        UPDATE apusilta.insured_period SET until_day = greatest(from_day - 1, coalesce(NEW.left_on, today))
            WHERE volunteer_id = NEW.id AND until_day > coalesce(NEW.left_on, today);
    ELSIF NEW.insured_until IS DISTINCT FROM OLD.insured_until THEN
        UPDATE apusilta.insured_period SET until_day = greatest(from_day - 1, today - 1) WHERE volunteer_id = NEW.id AND until_day >= today;
        IF NEW.insured_until >= today AND NEW.status <> 'LEFT' THEN
            INSERT INTO apusilta.insured_period (volunteer_id, from_day, until_day) VALUES (NEW.id, today, NEW.insured_until);
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER volunteer_insurance AFTER INSERT OR UPDATE OF insured_until, status ON apusilta.volunteer FOR EACH ROW EXECUTE FUNCTION apusilta.insurance_changed();

-- A first template, from the principles the city has published. The city's own lawyer puts the city's words in its place.
INSERT INTO apusilta.city_agreement_template (id, valid_from, recorded_by, recorded_at, text_fi, text_sv, text_en) VALUES
    ('7d1f5b0e-3a0c-4c5e-9d27-2f6f6a1c3120', '2014-05-01', 'migration', now(),
'Tämä on vapaaehtoisen ja Helsingin kaupungin välinen sopimus vapaaehtoistoiminnasta.
Vapaaehtoistoiminta on palkatonta, ja siihen osallistutaan omasta tahdosta. Voit aina kieltäytyä tehtävästä ilman perusteluja.
Vapaaehtoisen ja työntekijän roolit ovat erilaiset. Vapaaehtoinen ei tee ammattilaisten työtä eikä korvaa henkilökuntaa.
Pidät sen, mitä lupaat, ja kerrot ajoissa, jos et pääse.
Et kerro kenellekään, mitä saat tietää autettavien asioista. Vaitiolo jatkuu myös sen jälkeen, kun lopetat.
Kohtelet kaikkia yhdenvertaisesti ja kunnioitat jokaisen vakaumusta ja elämäntapaa.
Et käsittele autettavan rahoja tai pankkitunnuksia etkä ota vastaan rahaa tai arvokkaita lahjoja.
Saat perehdytyksen, ohjausta ja tukea. Yhteyshenkilösi on koordinaattori.
Kaupunki voi harkintansa mukaan korvata matkan tai aterian, jos tehtävä sitä edellyttää. Palkkiota tai päivärahaa ei makseta.
Olet tehtävissäsi kaupungin ryhmätapaturmavakuutuksen piirissä niin kauan kuin tämä sopimus on voimassa, sen vuoden loppuun, jona täytät {age}.
Sopimus on voimassa {months} kuukautta. Voit päättää sen milloin tahansa ilmoittamalla siitä koordinaattorille. Myös kaupunki voi päättää sopimuksen, jos siinä sovittua ei noudateta.',
'Det här är en överenskommelse om frivilligverksamhet mellan den frivilliga och Helsingfors stad.
Frivilligverksamheten är oavlönad, och man deltar av egen vilja. Du kan alltid tacka nej till en uppgift utan att motivera det.
Den frivilliga och den anställda har olika roller. Den frivilliga gör inte yrkespersonernas arbete och ersätter inte personalen.
Du håller det du lovar och säger till i tid om du får förhinder.
Du berättar inte för någon vad du får veta om dem du hjälper. Tystnadsplikten fortsätter även efter att du har slutat.
Du bemöter alla jämlikt och respekterar vars och ens övertygelse och sätt att leva.
Du hanterar inte pengar eller bankkoder åt den du hjälper och tar inte emot pengar eller värdefulla gåvor.
Du får introduktion, handledning och stöd. Din kontaktperson är koordinatorn.
Staden kan efter prövning ersätta en resa eller måltid om uppgiften kräver det. Arvode eller dagpenning betalas inte.
Du omfattas i dina uppgifter av stadens gruppolycksfallsförsäkring så länge överenskommelsen gäller, till utgången av det år då du fyller {age}.
Överenskommelsen gäller i {months} månader. Du kan avsluta den när som helst genom att meddela koordinatorn. Också staden kan avsluta den om det som avtalats inte följs.',
'This is an agreement on volunteering between the volunteer and the City of Helsinki.
Volunteering is unpaid and of one’s own free will. You may always decline a task without giving a reason.
The roles of a volunteer and an employee differ. A volunteer does not do professionals’ work or replace staff.
You keep what you promise, and tell us in time if you cannot come.
You tell nobody what you learn about the people you help. This confidentiality continues after you have stopped.
You treat everybody as equal and respect each person’s convictions and way of life.
You do not handle the money or bank codes of those you help, and accept no money or valuable gifts.
You get orientation, guidance and support. Your contact person is the coordinator.
The city may at its discretion cover travel or a meal if the task needs it. No fee or daily allowance is paid.
In your tasks you are covered by the city’s group accident insurance while this agreement is valid, until the end of the year in which you turn {age}.
The agreement is valid for {months} months. You may end it at any time by telling the coordinator. The city, too, may end it if what was agreed is not kept.');

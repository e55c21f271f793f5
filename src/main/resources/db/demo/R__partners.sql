-- Demo only: organisations that may take over a request, their networks and contacts (R36-R38). All of them are invented, and so is
-- every person; addresses end in example.org and go nowhere. What is there already stays as somebody has changed it.
INSERT INTO apusilta.partner_network (id, name) VALUES
    (md5('network:' || 'Itä-Helsingin kylätalkoot')::uuid, 'Itä-Helsingin kylätalkoot'),
    (md5('network:' || 'Vapaaehtoistyön välittäjät')::uuid, 'Vapaaehtoistyön välittäjät'),
    (md5('network:' || 'Kohtaamispaikkojen verkosto')::uuid, 'Kohtaamispaikkojen verkosto')
ON CONFLICT DO NOTHING;

CREATE TEMPORARY TABLE seed (name text, type text, whole_city boolean, kinds text[], areas text[], languages text[], networks text[], contacts text[]) ON COMMIT DROP;
INSERT INTO seed VALUES
    ('Kumppanuusyhdistys Kantava käsi ry', 'NGO', false,
     '{FRIEND_VISIT,PHONE_FRIEND,VIDEO_FRIEND,OUTDOOR_ESCORT,LUNCH_COMPANION}', '{7,8}', '{fi,sv}',
     '{"Itä-Helsingin kylätalkoot","Vapaaehtoistyön välittäjät"}',
     ARRAY['Raija Hiekkaniemi|raija.hiekkaniemi@partner.example.org|+358 40 5501 0700|fi', 'Otso Kaislavuo|otso.kaislavuo@partner.example.org|+358 40 5502 1400|fi']),
    ('Seniorien Ystäväpiiri ry', 'NGO', true,
     '{FRIEND_VISIT,PHONE_FRIEND,VIDEO_FRIEND,SERVICE_HOUSE_FRIEND,HOSPITAL_FRIEND,READING_ALOUD}', '{}', '{fi,en}',
     '{"Vapaaehtoistyön välittäjät"}',
     ARRAY['Marketta Suvilinna|marketta.suvilinna@partner.example.org|+358 40 5503 2100|fi']),
    ('Kulttuuriaskel-yhteistyö', 'CITY_WITH_PARTNERS', true,
     '{CULTURE_FRIEND,PERFORMER,PICTURE_GODPARENT,TRIP_ESCORT}', '{}', '{fi,sv,en}',
     '{"Vapaaehtoistyön välittäjät"}',
     ARRAY['Veera Kallioranta|veera.kallioranta@partner.example.org|+358 40 5504 2800|fi', 'Jesper Holmudd|jesper.holmudd@partner.example.org|+358 40 5505 3500|sv']),
    ('Vuosaaren seurakuntapiiri', 'PARISH', false,
     '{FRIEND_VISIT,PHONE_FRIEND,SERVICE_HOUSE_FRIEND,OUTDOOR_ESCORT,ERRAND_COMPANION,SHOPPING_HELP,COMMUNITY_MEAL}', '{7}', '{fi}',
     '{"Itä-Helsingin kylätalkoot","Vapaaehtoistyön välittäjät"}',
     ARRAY['Anna-Liisa Ruohoranta|anna-liisa.ruohoranta@partner.example.org|+358 40 5506 4200|fi']),
    ('Kannelmäen ja Haagan lähimmäispalvelu', 'PARISH', false,
     '{FRIEND_VISIT,PHONE_FRIEND,SERVICE_HOUSE_FRIEND,OUTDOOR_ESCORT,ERRAND_COMPANION,SHOPPING_HELP,HOMECOMING_COMPANION}', '{3,4}', '{fi}',
     '{"Vapaaehtoistyön välittäjät"}',
     ARRAY['Heikki Laihorinne|heikki.laihorinne@partner.example.org|+358 40 5507 4900|fi']),
    ('Svenska Vännätverket i Helsingfors rf', 'NGO', true,
     '{FRIEND_VISIT,PHONE_FRIEND,CULTURE_FRIEND,READING_ALOUD,LANGUAGE_FRIEND}', '{}', '{sv,fi}',
     '{"Vapaaehtoistyön välittäjät"}',
     ARRAY['Gunvor Strandkulla|gunvor.strandkulla@partner.example.org|+358 40 5508 5600|sv']),
    ('Uusi Alku -keskus ry', 'NGO', true,
     '{LANGUAGE_CAFE,LANGUAGE_FRIEND,SETTLING_IN_FRIEND,JOB_SEARCH_FRIEND,LETTER_HELP}', '{}', '{fi,en,ar,so}',
     '{"Kohtaamispaikkojen verkosto"}',
     ARRAY['Nasra Aholampi|nasra.aholampi@partner.example.org|+358 40 5509 6300|fi', 'Yusuf Kivirinta|yusuf.kivirinta@partner.example.org|+358 40 5510 7000|en']),
    ('Kohtauspaikka Kulma', 'INFORMAL', false,
     '{MEETING_CAFE,COMMUNITY_MEAL,LANGUAGE_CAFE,LUNCH_COMPANION}', '{1,3}', '{fi,en}',
     '{"Kohtaamispaikkojen verkosto"}',
     ARRAY['Tuuli Haapaselkä|tuuli.haapaselka@partner.example.org|+358 40 5511 7700|fi']),
    ('Perheiden Tuki Helsinki ry', 'NGO', true,
     '{FAMILY_FRIEND,PLAYGROUND_FRIEND,READING_GRANDPARENT,HOMEWORK_HELP}', '{}', '{fi,sv,en}',
     '{"Vapaaehtoistyön välittäjät"}',
     ARRAY['Katriina Valkeasuo|katriina.valkeasuo@partner.example.org|+358 40 5512 8400|fi']),
    ('Nuorten Rinnalla ry', 'NGO', false,
     '{YOUTH_PEER,YOUTH_MENTOR,HOMEWORK_HELP}', '{2,5,6,7}', '{fi,en,so}',
     '{"Kohtaamispaikkojen verkosto"}',
     ARRAY['Sampo Louhiniitty|sampo.louhiniitty@partner.example.org|+358 40 5513 9100|fi']),
    ('Vertaisvoima ry', 'NGO', true,
     '{PEER_GROUP,PEER_SUBSTANCE,SUPPORT_PERSON,HOUSING_GODPARENT}', '{}', '{fi}',
     '{"Vapaaehtoistyön välittäjät","Kohtaamispaikkojen verkosto"}',
     ARRAY['Päivi Karhuselkä|paivi.karhuselka@partner.example.org|+358 40 5514 9800|fi']),
    ('Digitaidot käteen ry', 'NGO', true,
     '{DIGITAL_GUIDE,DIGITAL_GUIDE_HOME,LETTER_HELP}', '{}', '{fi,sv,en}',
     '{"Vapaaehtoistyön välittäjät"}',
     ARRAY['Aatos Mäntyluoto|aatos.mantyluoto@partner.example.org|+358 40 5515 0500|fi']),
    ('Liikkeelle yhdessä ry', 'NGO', false,
     '{EXERCISE_PILOT,CYCLE_PILOT,OUTDOOR_ESCORT,TRIP_ESCORT}', '{1,2,5,6}', '{fi}',
     '{"Kohtaamispaikkojen verkosto"}',
     ARRAY['Inka Harjusalo|inka.harjusalo@partner.example.org|+358 40 5516 1200|fi']),
    ('Malmin asukastalon väki', 'INFORMAL', false,
     '{NEIGHBOURHOOD_CIRCLE,GROUP_LEADER,SHOPPING_HELP,DOG_VISIT,MEETING_CAFE}', '{5,6}', '{fi,en}',
     '{"Itä-Helsingin kylätalkoot","Kohtaamispaikkojen verkosto"}',
     ARRAY['Kerttu Ojanperä|kerttu.ojanpera@partner.example.org|+358 40 5517 1900|fi']),
    ('Kaupungin saattajapalvelun yhteistyö', 'CITY', true,
     '{HOSPITAL_ESCORT,HOMECOMING_COMPANION,ERRAND_COMPANION}', '{}', '{fi,sv}',
     '{"Vapaaehtoistyön välittäjät"}',
     ARRAY['Minna Talvikorpi|minna.talvikorpi@partner.example.org|+358 40 5518 2600|fi']),
    ('Eteläisten kortteleiden apurengas', 'INFORMAL', false,
     '{SHOPPING_HELP,ERRAND_COMPANION,LUNCH_COMPANION,PHONE_FRIEND,FRIEND_VISIT}', '{1,2}', '{fi,sv,en}',
     '{"Itä-Helsingin kylätalkoot"}',
     ARRAY['Rasmus Tallbacka|rasmus.tallbacka@partner.example.org|+358 40 5519 3300|sv']);

-- Only partners that are not there yet get their rows: whoever was added by hand or changed on the page stays as they are.
DELETE FROM seed WHERE EXISTS (SELECT 1 FROM apusilta.partner p WHERE p.id = md5('partner:' || seed.name)::uuid OR lower(p.name) = lower(seed.name));
INSERT INTO apusilta.partner (id, name, type, whole_city) SELECT md5('partner:' || name)::uuid, name, type, whole_city FROM seed;
INSERT INTO apusilta.partner_kind SELECT md5('partner:' || name)::uuid, unnest(kinds) FROM seed;
INSERT INTO apusilta.partner_area SELECT md5('partner:' || name)::uuid, unnest(areas) FROM seed;
INSERT INTO apusilta.partner_language SELECT md5('partner:' || name)::uuid, unnest(languages) FROM seed;
INSERT INTO apusilta.partner_membership SELECT md5('partner:' || s.name)::uuid, n.id FROM seed s JOIN apusilta.partner_network n ON n.name = ANY (s.networks);
INSERT INTO apusilta.partner_contact (partner_id, position, name, email, phone, language)
    SELECT md5('partner:' || s.name)::uuid, c.position, split_part(c.line, '|', 1), split_part(c.line, '|', 2), split_part(c.line, '|', 3), split_part(c.line, '|', 4)
    FROM seed s CROSS JOIN unnest(s.contacts) WITH ORDINALITY AS c(line, position);

-- What people who would like to help are told; others are not named on the application page.
UPDATE apusilta.partner SET for_volunteers = 'www.' || md5(name)::char(6) || '.example.org' WHERE for_volunteers IS NULL AND type IN ('NGO', 'PARISH');

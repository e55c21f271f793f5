-- Helsinki's four divisions (toimiala). Units, sites and their people are each city's own: the demo has invented ones.
INSERT INTO division (code, name_fi, name_sv, name_en) VALUES
    ('KASKO', 'Kasvatuksen ja koulutuksen toimiala', 'Fostrans- och utbildningssektorn', 'Education Division'),
    ('KYMP', 'Kaupunkiympäristön toimiala', 'Stadsmiljösektorn', 'Urban Environment Division'),
    ('KUVA', 'Kulttuurin ja vapaa-ajan toimiala', 'Kultur- och fritidssektorn', 'Culture and Leisure Division'),
    ('SOTEPE', 'Sosiaali-, terveys- ja pelastustoimiala', 'Social-, hälsovårds- och räddningssektorn', 'Social Services, Health Care and Rescue Services Division');

-- What the city can offer while somebody waits: company by phone, and open groups in each major district.
INSERT INTO apusilta.interim_offer (id, position, major, kinds, name_fi, name_sv, name_en, text_fi, text_sv, text_en) VALUES
    ('5f0c1b52-6b8e-4d0e-9a51-0d5a6f2f2001', 10, NULL, NULL, 'Puhelinystävä', 'Telefonvän', 'Phone friend',
     'Vapaaehtoinen soittaa sinulle sovittuun aikaan, kunnes löydämme pysyvän vapaaehtoisen.',
     'En frivillig ringer dig på överenskommen tid tills vi hittar någon som kan komma.',
     'A volunteer calls you at an agreed time until we find somebody who can come.');
INSERT INTO apusilta.interim_offer (id, position, major, kinds, name_fi, name_sv, name_en, text_fi, text_sv, text_en)
SELECT gen_random_uuid(), 20, m.code, NULL,
    'Avoin kahvihetki: ' || m.name_fi, 'Öppen kaffestund: ' || m.name_sv, 'Open coffee hour: ' || m.name_en,
    'Kerran viikossa voi tulla kahville ja juttelemaan. Kerromme paikan ja ajan, ja tarvittaessa joku lähtee mukaan.',
    'En gång i veckan kan du komma på kaffe och prata. Vi berättar var och när, och vid behov följer någon med.',
    'Once a week you can come for coffee and a chat. We tell you where and when, and somebody can come along if you like.'
FROM apusilta.major_district m;

--- Worked examples: results that the ministry published with all their 47 levels.
--
-- levels: I01 to I47 in order, ten a line. expect: index, domains and aspects as printed, with a
-- point for the printed comma; exact: the index before its one rounding.
return {
  { case = "Kemenko Perekonomian 2021", agency = "Kementerian Koordinator Bidang Perekonomian",
    kind = "kementerian", year = 2021, basis = "claimed",
    levels = {
      3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
      2, 2, 5, 4, 3, 3, 3, 3, 3, 2,
      1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      1, 4, 4, 4, 4, 4, 4, 3, 3, 4,
      5, 4, 3, 2, 4, 3, 3,
    },
    expect = {
      index = "2.95", exact = "2.9475", predicate = "Baik",
      domains = { D1 = "3.00", D2 = "3.00", D3 = "1.00", D4 = "3.61" },
      aspects = {
        A1 = "3.00", A2 = "3.25", A3 = "3.00", A4 = "2.50",
        A5 = "1.00", A6 = "1.00", A7 = "3.90", A8 = "3.17",
      },
    },
    source = "lembanoyoga/spbe/uploads/materi2/LHE_SPBE_KEMENKO_PEREKONOMIAN_TAHUN_2021.pdf (Laporan Hasil Evaluasi SPBE 2021, KemenPANRB)",
    note = "Official KemenPANRB report to the agency, a text PDF (LibreOffice Writer); the 47 levels, the aspect, domain and total values and the predicate are all printed in it. Decimal commas written here as points. Index, domain and aspect values are repeated in the ministry slides of 20 June 2022 in the same repository." },
  { case = "Kota Bandar Lampung 2023", agency = "Pemerintah Kota Bandar Lampung",
    kind = "kota", year = 2023, basis = "claimed",
    levels = {
      1, 1, 2, 1, 1, 2, 1, 1, 1, 3,
      1, 1, 1, 2, 1, 2, 3, 1, 2, 3,
      1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      1, 4, 4, 4, 4, 4, 4, 3, 1, 4,
      3, 4, 3, 4, 1, 1, 1,
    },
    expect = {
      index = "2.15", exact = "2.1545", predicate = "Cukup",
      domains = { D1 = "1.40", D2 = "1.70", D3 = "1.00", D4 = "3.04" },
      aspects = {
        A1 = "1.40", A2 = "1.25", A3 = "1.75", A4 = "2.50",
        A5 = "1.00", A6 = "1.00", A7 = "3.50", A8 = "2.33",
      },
    },
    source = "Indahkusumaningrum/spbe-balam/public/uploads/documents/1753241751_Laporan_Hasil_Evaluasi_-_Pemerintah_Kota_Bandar_Lampung_2023.pdf (Laporan Hasil Evaluasi SPBE 2023, KemenPANRB)",
    note = "Official KemenPANRB report to the agency, a text PDF (LibreOffice Writer); the 47 levels, the aspect, domain and total values and the predicate are all printed in it. Decimal commas written here as points. Domain values, index and predicate are the same in Table 25 of the national report 2023. The \"Kota\" national average printed in this report (2.50) is that of 2022; the national report has 3.02." },
}

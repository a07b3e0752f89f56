--- Worked examples: results that were published, one with all its 37 levels.
--
-- levels: I01 to I34 in order, ten a line, then the three slots of I35. aspects: where only the values
-- of aspects were published, already rounded; what follows from them may then be off by tolerance.
-- expect: index, domains and aspects as printed, with a point for the printed comma; exact: the index
-- before its one rounding.
return {
  { case = "Kota Denpasar 2018", agency = "Pemerintah Kota Denpasar",
    kind = "kota", year = 2018, basis = "claimed",
    levels = {
      1, 1, 1, 3, 2, 3, 3, 2, 1, 1,
      1, 3, 3, 3, 1, 3, 3, 1, 3, 2,
      3, 3, 2, 2, 3, 1, 4, 4, 4, 3,
      4, 3, 2, 3,
      1, 3, 3,
    },
    expect = {
      index = "2.64", exact = "2.64", predicate = "Baik",
      domains = { D1 = "2.06", D2 = "2.29", D3 = "3.00" },
      aspects = {
        A1 = "2.00", A2 = "2.10", A3 = "2.00", A4 = "2.50", A5 = "2.33", A6 = "3.29", A7 = "2.50",
      },
    },
    source = "putuokky/monev-spbe-dps: database/indeksdp_db_indeks.sql (tb_penilaian, tb_level, tb_aspek_nilai, tb_domain_nilai)",
    note = "Hanya aturan enam butir pada aspek 7 yang menghasilkan 2,50 dan 2,64; rata-rata empat indikator memberi 2,58 dan 2,66. Predikat tidak tercetak pada sumber; Baik ialah bacaan indeks 2,64 menurut batas tabelnya." },
  { case = "Kota Denpasar 2019", agency = "Pemerintah Kota Denpasar",
    kind = "kota", year = 2019, basis = "claimed",
    aspects = {
      A1 = "3.00", A2 = "3.00", A3 = "3.50", A4 = "3.00", A5 = "2.67", A6 = "3.57", A7 = "3.67",
    },
    tolerance = "0.01",
    expect = {
      index = "3.33",
      domains = { D1 = "3.00", D2 = "3.00", D3 = "3.61" },
    },
    source = "putuokky/monev-spbe-dps: database/indeksdp_db_indeks.sql" },
  { case = "Kemenko Perekonomian 2018", agency = "Kementerian Koordinator Bidang Perekonomian",
    kind = "kementerian", year = 2018, basis = "claimed",
    aspects = {
      A1 = "1.00", A2 = "2.70", A3 = "3.00", A4 = "3.50", A5 = "2.00", A6 = "3.29", A7 = "2.83",
    },
    tolerance = "0.01",
    expect = {
      index = "2.81",
      domains = { D1 = "2.00", D2 = "2.71", D3 = "3.12" },
    },
    source = "lembanoyoga/spbe: uploads/materi2/Bahan_Paparan_SPBE_2021_rev_6.1.pptx, salindia 6-13",
    note = "Hitungan penuh 2,817; sumber menulis 2,81 (dipotong, bukan dibulatkan). S4 menyebut A4 'Perencanaan Strategis' dan A3 'Penyelenggara'." },
  { case = "Kemenko Perekonomian 2019", agency = "Kementerian Koordinator Bidang Perekonomian",
    kind = "kementerian", year = 2019, basis = "claimed",
    aspects = {
      A1 = "3.00", A2 = "2.60", A3 = "2.50", A4 = "3.00", A5 = "3.00", A6 = "3.86", A7 = "3.17",
    },
    tolerance = "0.01",
    expect = {
      index = "3.25",
      domains = { D1 = "2.76", D2 = "2.86", D3 = "3.61" },
    },
    source = "lembanoyoga/spbe: uploads/materi2/Bahan_Paparan_SPBE_2021_rev_6.1.pptx, salindia 6-13" },
}

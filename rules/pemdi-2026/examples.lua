--- Worked examples: a real assessor's result of 2026, and the conversions that were published.
return {
  -- The values of the 20 indicators as the assessor set them. 16 of them rest on items, four outside
  -- indices were missing.
  {
    case = "Kabupaten Aceh Tengah 2026, nilai asesor",
    agency = "Pemerintah Kabupaten Aceh Tengah", kind = "kabupaten", year = 2026, basis = "claimed",
    values = {
      2, 1.5, 1.26, 1.3, 1, 1, 1, 1, 1, 1, 1.5, 1.25, "7/6", 1, 1, 1, 2.5, 1, 1, 1.3,
    },
    expect = {
      index = "1.24", exact = "931/750", predicate = "Kurang",
      aspects = {
        A1 = "1.75", A2 = "1.28", A3 = "1.00", A4 = "1.17", A5 = "1.08", A6 = "1.40", A7 = "1.18",
      },
    },
    source = "Paparan asesor 21 September 2026 (hasil sementara), disalin pada AT-EVAL.",
    note = "Nilai per indikator yang tidak tertulis diturunkan dari nilai aspek. I13 dihitung sebagai 7/6 (terbit 1,17): dengan 1,17 indeks aspek 5 menjadi 1,085 dan pembulatan setengah ke atas memberi 1,09, sedangkan yang terbit 1,08.",
  },
  -- The same result from the accepted items, with equal shares.
  {
    case = "Kabupaten Aceh Tengah 2026, butir diterima dengan bagian sama",
    agency = "Pemerintah Kabupaten Aceh Tengah", kind = "kabupaten", year = 2026, basis = "supported",
    items = {
      "I01.1.e1", "I01.2.e1", "I01.2.e2",
      "I02.1.e1", "I02.1.e2",
      "I03.1.e1", "I03.1.e2",
      "I04.1.e1", "I04.1.e3",
      "I11.1.e1",
      "I12.1.e1",
      "I13.1.e1",
      "I17.1.e1", "I17.1.e2", "I17.2.e1", "I17.2.e2",
      "I20.1.e1", "I20.1.e2",
    },
    expect = {
      index = "1.23", exact = "493/400", predicate = "Kurang",
      indicators = {
        I01 = "2.00", I02 = "1.50", I03 = "1.20", I04 = "1.33", I05 = "1.00", I08 = "1.00",
        I11 = "1.50", I12 = "1.25", I13 = "1.17", I17 = "2.50", I20 = "1.25",
      },
      aspects = {
        A1 = "1.75", A2 = "1.27", A3 = "1.00", A4 = "1.17", A5 = "1.08", A6 = "1.40", A7 = "1.15",
      },
    },
    source = "Paparan asesor 21 September 2026 (hasil sementara), disalin pada AT-EVAL.",
    note = "Cocok dengan yang terbit sampai dua desimal: I01, I02, I11, I12, I13, I17 dan ketujuh indikator tanpa butir diterima. Berbeda: I03 terbit 1,26 (cocok bila level 1 memuat empat butir masing-masing 0,13), I04 terbit 1,30 (butir 2 tampaknya bernilai 0,20), I20 terbit 1,30 (butir 3 dan 4 tampaknya bernilai 0,20 bersama). Karena itu indeks terbit 1,24, model ini 1,23. Butir mana yang diterima hanya diketahui untuk I03, I04, dan I20; untuk yang lain hanya jumlahnya yang berpengaruh.",
  },
  {
    case = "Indeks SDI 25", year = 2026, kind = "kota", basis = "supported",
    measures = { indeks_sdi = "25" },
    expect = { indicators = { I05 = "2.00" } },
    source = "Contoh hitung pada modul indikator 5 (Indeks SDI 2024).",
  },
  {
    case = "Indeks SDI 68,75", year = 2026, kind = "kota", basis = "supported",
    measures = { indeks_sdi = "68.75" },
    expect = { indicators = { I05 = "3.75" } },
    source = "Contoh hitung pada modul indikator 5 (Indeks SDI 2024).",
  },
  -- Not published: the ends of the bands, and a straight line between them.
  {
    case = "Indeks luar pada batas dan di antaranya", year = 2026, kind = "provinsi",
    basis = "supported",
    measures = {
      indeks_sdi = "100", nilai_sjig = "2.75", ips = "2.2", sdi_interoperabilitas = "12.5",
    },
    expect = { indicators = { I05 = "5.00", I06 = "2.75", I07 = "2.00", I18 = "1.50" } },
    source = "Dihitung dari rentang pada formula.indicator_value dan conversion tiap indikator.",
  },
}

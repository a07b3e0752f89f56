--- Mengapa sebuah indikator tidak naik sampai tingkat tertinggi.

return {
  kept = _("kept where it is, as asked (--keep)"),
  fixed = _("cannot be moved, says the file of costs"),
  late = _("its next step would not be done in time"),
}

/* sheet_library: libxlsxwriter, loaded when the first workbook is drawn.
 *
 * The library brings others along (a whole libcrypto for one checksum), and to load them takes longer than all
 * else that a process does before its first line of work. Most commands draw nothing, and a worker never does:
 * so the program is not linked with it. Its header is used as ever, its functions are called through this
 * table, and where it is missing the sentence says so before anything is drawn. */
#ifndef SPBE_SHEET_LIBRARY_H
#define SPBE_SHEET_LIBRARY_H

#include "error.h"

#include <stdbool.h>

#include <xlsxwriter.h>

/* The functions that the workbook modules use, by the library's own names. */
/* clang-format off */
#define SHEET_LIBRARY_FUNCTIONS(row) \
    row(chart_add_series) row(chart_axis_major_gridlines_set_line) \
    row(chart_axis_major_gridlines_set_visible) row(chart_axis_off) row(chart_axis_set_line) \
    row(chart_axis_set_major_tick_mark) row(chart_axis_set_major_unit) row(chart_axis_set_max) \
    row(chart_axis_set_min) row(chart_axis_set_num_font) row(chart_axis_set_num_format) \
    row(chart_axis_set_reverse) row(chart_chartarea_set_fill) row(chart_chartarea_set_line) \
    row(chart_legend_delete_series) row(chart_legend_set_font) row(chart_legend_set_position) \
    row(chart_series_set_fill) row(chart_series_set_labels) row(chart_series_set_labels_font) \
    row(chart_series_set_labels_position) \
    row(chart_series_set_labels_num_format) row(chart_series_set_line) \
    row(chart_series_set_marker_fill) row(chart_series_set_marker_line) \
    row(chart_series_set_marker_size) row(chart_series_set_marker_type) \
    row(chart_series_set_name) row(chart_series_set_points) row(chart_set_hole_size) \
    row(chart_set_series_gap) row(chart_set_series_overlap) row(chart_title_off) \
    row(chart_title_set_name) row(chart_title_set_name_font) row(format_set_align) \
    row(format_set_bg_color) row(format_set_bold) row(format_set_border_color) \
    row(format_set_bottom) row(format_set_font_color) row(format_set_font_name) \
    row(format_set_font_size) row(format_set_indent) row(format_set_italic) row(format_set_left) \
    row(format_set_num_format) row(format_set_right) row(format_set_rotation) \
    row(format_set_text_wrap) row(format_set_top) row(format_set_underline) \
    row(format_set_unlocked) row(lxw_rowcol_to_cell) row(lxw_strerror) row(lxw_workbook_free) \
    row(workbook_add_chart) row(workbook_add_format) row(workbook_add_worksheet) \
    row(workbook_close) row(workbook_define_name) row(workbook_new) row(workbook_set_properties) \
    row(worksheet_activate) row(worksheet_add_table) row(worksheet_autofilter) \
    row(worksheet_center_horizontally) row(worksheet_conditional_format_range) \
    row(worksheet_data_validation_range) row(worksheet_fit_to_pages) row(worksheet_freeze_panes) \
    row(worksheet_gridlines) row(worksheet_hide) row(worksheet_insert_chart_opt) \
    row(worksheet_insert_image_buffer_opt) row(worksheet_merge_range) row(worksheet_print_area) \
    row(worksheet_protect) row(worksheet_repeat_rows) row(worksheet_set_column_opt) \
    row(worksheet_set_footer_opt) row(worksheet_set_h_pagebreaks) row(worksheet_set_header_opt) \
    row(worksheet_set_landscape) row(worksheet_set_margins) row(worksheet_set_paper) \
    row(worksheet_set_row_opt) row(worksheet_set_tab_color) row(worksheet_set_zoom) \
    row(worksheet_write_blank) row(worksheet_write_formula_num) row(worksheet_write_formula_str) \
    row(worksheet_write_number) row(worksheet_write_string) row(worksheet_write_url_opt)
/* clang-format on */

struct sheet_library {
#define SHEET_LIBRARY_POINTER(name) __typeof__(name) *name;
    SHEET_LIBRARY_FUNCTIONS(SHEET_LIBRARY_POINTER)
#undef SHEET_LIBRARY_POINTER
};

/* Loads the library, once in a process; what is loaded stays. Fails with SHEET_LIBRARY. */
bool sheet_library_load(struct error *err);

/* The functions; sheet_library_load must have worked before. */
const struct sheet_library *sheet_library(void);

#endif

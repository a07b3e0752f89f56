/* workbook_style: the named styles of a workbook. */
#ifndef SPBE_WORKBOOK_STYLE_H
#define SPBE_WORKBOOK_STYLE_H

#include "workbook_handle.h"
#include "workbook_type.h"

/* Defines a style under a name (gate_name) that is not taken yet. Fails with STYLE_TAKEN, STYLE_RANGE,
 * GATE_NAME, GATE_FORMAT, WORKBOOK_MANY beyond LIMIT_WORKBOOK_STYLES. */
bool workbook_style_define(struct workbook *workbook, const char *name, size_t length,
                           const struct style *style, struct error *err);

/* The style of that name, for one that is based on it; NULL when there is none. */
const struct style *workbook_style_find(const struct workbook *workbook, const char *name,
                                        size_t length);

/* Its place in the order of definition, from 1; 0 when there is none. */
uint16_t workbook_style_place(const struct workbook *workbook, const char *name, size_t length);

/* What the library needs for a style; *format is NULL for none. Fails with STYLE_UNKNOWN. */
bool workbook_style_format(const struct workbook *workbook, const struct style_name *style,
                           lxw_format **format, struct error *err);

#endif

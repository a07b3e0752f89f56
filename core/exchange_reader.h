/* exchange_reader: what an assessment document says about one indicator, read into its response. */
#ifndef SPBE_EXCHANGE_READER_H
#define SPBE_EXCHANGE_READER_H

#include "exchange_field.h"

/* Reads the object at the cursor into the response of reader->indicator, and the criteria's answers
 * into reader->out. */
bool exchange_read_response(struct reader *reader);

#endif

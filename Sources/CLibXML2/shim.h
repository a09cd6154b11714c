// libxml2: the SAX2 parser that reads the parts of an XLSX file.
#include <libxml/parser.h>
